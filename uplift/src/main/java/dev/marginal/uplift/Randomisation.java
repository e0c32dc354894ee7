package dev.marginal.uplift;

import java.util.List;

/**
 * How customers came to their arms, and whether that looks like the lottery that it should be.
 *
 * @param source where the propensities come from
 * @param clippedRows rows whose propensity was too near zero for doubly robust effects and was
 *     raised
 * @param sampleRatio how probable such arm sizes are if the propensities (or the stated shares) are
 *     right, by a chi-square test; {@code NaN} where nothing was stated
 * @param arms one per arm, the control first
 * @param verdict what to make of it
 * @param findings what speaks against it, a sentence each, worst first; none where the verdict is
 *     sound
 */
public record Randomisation(
        Source source,
        int clippedRows,
        double sampleRatio,
        List<ArmBalance> arms,
        Verdict verdict,
        List<String> findings) {
    public Randomisation {
        arms = List.copyOf(arms);
        findings = List.copyOf(findings);
    }

    /** Where propensities come from. */
    public enum Source {
        /** The history brings them. */
        LOGGED,
        /** Each row has its arm's share: the arms are said to be randomised. */
        SHARES,
        /** A model of who got which arm, out of fold and calibrated. */
        ESTIMATED
    }

    /** What to make of the assignment. */
    public enum Verdict {
        /** Nothing speaks against it. */
        SOUND,
        /** Arms differ, or few rows carry much of the weight; read intervals with care. */
        DOUBTFUL,
        /** The arms cannot come from the stated lottery: estimates are not to be trusted. */
        BROKEN
    }

    /**
     * One arm against all rows.
     *
     * @param rows how many
     * @param effectiveRows {@code (Σw)² / Σw²} of the customers' summed weights w = weight /
     *     propensity: so many equally weighted customers would say as much
     * @param worstFeature the feature whose weighted mean is most surely another than that of all
     *     rows; a category's name has its word behind an equals sign, and {@code (missing)} for the
     *     lack of one; empty where no feature tells anything
     * @param difference its standardised mean difference
     * @param probability how probable so large a difference is by chance, for as many features and
     *     arms as were looked at
     */
    public record ArmBalance(
            String arm,
            int rows,
            double effectiveRows,
            String worstFeature,
            double difference,
            double probability) {}
}
