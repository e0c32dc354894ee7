package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.planning.Assigned;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who got what: sizes, balance and overlap. */
final class LotteryWords {
    private static final String TOPIC = "lottery";

    private LotteryWords() {}

    static List<Finding> findings(Assigned assigned) {
        Randomisation lottery = assigned.randomisation();
        List<Finding> findings = new ArrayList<>();
        for (String sentence : lottery.findings()) {
            findings.add(
                    lottery.verdict() == Verdict.BROKEN
                            ? Finding.stops(TOPIC, sentence, "")
                            : Finding.doubt(TOPIC, sentence, ""));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.fine(
                            TOPIC,
                            "the arms are as large, and as like each other, as %s"
                                    .formatted(source(lottery))));
        }
        double least = Arrays.stream(assigned.history().propensity()).min().orElse(1);
        findings.add(
                Finding.fine(
                        "overlap",
                        String.format(
                                Locale.ROOT,
                                "every row had a chance of %.1f %% or more of the arm it got; %,d were raised for being too near zero",
                                100 * least,
                                lottery.clippedRows())));
        return findings;
    }

    private static String source(Randomisation lottery) {
        return switch (lottery.source()) {
            case LOGGED -> "the logged propensities say";
            case SHARES -> "in a lottery with equal chances for everybody";
            case ESTIMATED -> "the estimated propensities say";
        };
    }
}
