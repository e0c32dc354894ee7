package dev.marginal.scenarios.checking;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.FeatureProfile;
import dev.marginal.uplift.Leak;
import dev.marginal.uplift.inspection.Profiles;
import dev.marginal.uplift.soundness.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether features say something, and not too much. */
record Features(CampaignHistory history, Execution execution) {
    private static final String TOPIC = "features";
    private static final double MOSTLY_MISSING = 0.5;
    private static final int MANY_WORDS = 200;
    private static final int FEW_ROWS_EACH = 20;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        history.customers().features().stream()
                .map(Profiles::of)
                .map(Features::quality)
                .flatMap(Optional::stream)
                .forEach(findings::add);
        Leaks.in(history, execution).stream().map(this::leak).forEach(findings::add);
        if (findings.isEmpty()) {
            findings.add(
                    Finding.fine(
                            TOPIC,
                            "all %,d vary, are mostly filled, and none gives outcome or treatment away"
                                    .formatted(history.customers().features().size())));
        }
        return findings;
    }

    private static Optional<Finding> quality(FeatureProfile feature) {
        if (feature.neverVaries()) {
            return doubt(
                    "%s says the same in every row".formatted(feature.name()),
                    "Nothing can be learnt from it: list it under history.ignore and audience.ignore.");
        }
        if (feature.missing() > MOSTLY_MISSING * feature.rows()) {
            return doubt(
                    String.format(
                            Locale.ROOT,
                            "%s is empty in %.0f %% of the rows",
                            feature.name(),
                            100.0 * feature.missing() / feature.rows()),
                    "That is allowed; look whether it is meant.");
        }
        int words = feature.words().size();
        if (feature.category() && (words > MANY_WORDS || words * FEW_ROWS_EACH > feature.rows())) {
            return doubt(
                    "%s has %,d different words in %,d rows"
                            .formatted(feature.name(), words, feature.rows()),
                    "Little can be learnt of each: group them, or list it under history.ignore and audience.ignore.");
        }
        return Optional.empty();
    }

    private static Optional<Finding> doubt(String sentence, String advice) {
        return Optional.of(Finding.doubt(TOPIC, sentence, advice));
    }

    private Finding leak(Leak leak) {
        String told =
                leak.ofOutcome()
                        ? "who buys"
                        : "who got '%s'".formatted(history.armName(leak.arm()));
        return Finding.doubt(
                TOPIC,
                "%s alone tells %s in %.0f of 100 pairs"
                        .formatted(leak.feature(), told, 100 * leak.area()),
                leak.ofOutcome()
                        ? "It was probably measured after the treatment: then list it under history.ignore and audience.ignore."
                        : "Either it was measured after the treatment (history.ignore), or it decided who got what (history.propensities: estimated).");
    }
}
