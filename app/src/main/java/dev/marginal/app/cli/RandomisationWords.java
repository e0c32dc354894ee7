package dev.marginal.app.cli;

import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Whether the history's arms look like the lottery that they should be, in words. */
record RandomisationWords(Randomisation randomisation) {
    /** The first lines of a page, where the lottery is broken; else none. */
    List<String> alarm() {
        if (randomisation.verdict() != Verdict.BROKEN) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "THE RANDOMISATION OF THE HISTORY IS BROKEN. The forecast cannot be trusted, because:");
        randomisation.findings().forEach(finding -> lines.add("  - " + finding));
        return lines;
    }

    /** One line, and one more for each finding. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (randomisation.verdict()) {
                    case SOUND -> "sound: " + source() + ", and the arms look like it";
                    case DOUBTFUL -> "doubtful: " + source() + ", but";
                    case BROKEN -> "BROKEN: " + source() + ", but the arms cannot come from it";
                });
        if (randomisation.verdict() == Verdict.DOUBTFUL) {
            lines.addAll(randomisation.findings());
        }
        return lines;
    }

    private String source() {
        if (randomisation.source() == Source.LOGGED) {
            return "the history logs how probable each row's arm was";
        }
        return randomisation.source() == Source.SHARES
                ? "each customer is taken to have had the same chances"
                : "who got which arm was estimated from the features, out of fold";
    }
}
