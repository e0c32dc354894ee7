package dev.marginal.uplift.propensities;

import dev.marginal.uplift.Randomisation.ArmBalance;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What speaks against an assignment, in words, and how much; the thresholds stand at Assignment.
 */
final class Findings {
    static final double BROKEN_RATIO = 0.0005;
    static final double DOUBTFUL_RATIO = 0.01;
    static final double BROKEN_BALANCE = 0.001;
    static final double DOUBTFUL_BALANCE = 0.01;
    static final double LOTTERY_DIFFERENCE = 0.05;
    static final double ESTIMATED_DIFFERENCE = 0.1;
    static final double LEAST_EFFECTIVE = 0.25;
    static final double MOST_CLIPPED = 0.01;

    private final Source source;
    private final List<String> broken = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();

    Findings(Source source) {
        this.source = source;
    }

    Verdict verdict() {
        if (!broken.isEmpty()) {
            return Verdict.BROKEN;
        }
        return doubtful.isEmpty() ? Verdict.SOUND : Verdict.DOUBTFUL;
    }

    /** Worst first. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(broken);
        sentences.addAll(doubtful);
        return sentences;
    }

    void sampleRatio(double probability) {
        if (!(probability < DOUBTFUL_RATIO)) {
            return;
        }
        String sentence =
                ("The arms are not as large as their propensities say; chance would do that with"
                                + " probability %s. Look for rows lost or doubled in one arm.")
                        .formatted(rounded(probability));
        (probability < BROKEN_RATIO ? broken : doubtful).add(sentence);
    }

    void balance(ArmBalance arm) {
        double difference = Math.abs(arm.difference());
        boolean estimated = source == Source.ESTIMATED;
        if (arm.probability() >= DOUBTFUL_BALANCE
                || (estimated && difference < ESTIMATED_DIFFERENCE)) {
            return;
        }
        double large = estimated ? 2 * ESTIMATED_DIFFERENCE : LOTTERY_DIFFERENCE;
        boolean breaks = arm.probability() < BROKEN_BALANCE && difference >= large;
        (breaks ? broken : doubtful).add(sentence(arm));
    }

    void effectiveRows(ArmBalance arm, double customers) {
        if (arm.effectiveRows() < LEAST_EFFECTIVE * customers) {
            doubtful.add(
                    String.format(
                            Locale.ROOT,
                            "Few of arm '%s' carry most of its weight: %,.0f customers say as much"
                                    + " as %,.0f. Intervals are wide for a reason.",
                            arm.arm(),
                            customers,
                            arm.effectiveRows()));
        }
    }

    void clippedRows(int clipped, int rows) {
        if (clipped > MOST_CLIPPED * rows) {
            doubtful.add(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows had next to no chance of the arm they got; their"
                                    + " propensity was raised, so that effects lean on the model"
                                    + " there.",
                            clipped,
                            rows));
        }
    }

    private String sentence(ArmBalance arm) {
        String what =
                String.format(
                        Locale.ROOT,
                        "Arm '%s' differs from all rows in '%s' by %+.2f standard deviations%s;"
                                + " chance would do that with probability %s.",
                        arm.arm(),
                        arm.worstFeature(),
                        arm.difference(),
                        source == Source.SHARES ? "" : ", weighted by propensity",
                        rounded(arm.probability()));
        return what + " " + advice();
    }

    private String advice() {
        return switch (source) {
            case SHARES ->
                    "Who got it depended on who they were: bring the propensities, or have"
                            + " them estimated (history.propensities: estimated).";
            case LOGGED -> "The logged propensities do not explain who got it.";
            case ESTIMATED -> "The features do not explain who got it.";
        };
    }

    private static String rounded(double probability) {
        return probability < 0.0001
                ? "below 0.0001"
                : String.format(Locale.ROOT, "%.4f", probability);
    }
}
