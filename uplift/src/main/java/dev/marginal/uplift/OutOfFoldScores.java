package dev.marginal.uplift;

import dev.marginal.tables.Requires;

/**
 * What models that never saw a row say of it, beside what its experiment says.
 *
 * <p>The doubly robust effect of treatment a for a row with arm t and outcome y is {@code m_a(x) −
 * m_0(x) + 1[t=a]/p (y − m_a(x)) − 1[t=0]/p (y − m_0(x))}: its mean over any set of rows chosen by
 * {@code x} estimates the average effect there without bias when the propensities p are right,
 * however wrong the outcome models m are (Robins, Rotnitzky and Zhao 1994, <a
 * href="https://doi.org/10.1080/01621459.1994.10476818">doi:10.1080/01621459.1994.10476818</a>).
 * Here {@code m_0} is the score's baseline and {@code m_a} is baseline plus uplift; a propensity
 * below 0.02, or below half its arm's share where that is less, is taken as that.
 *
 * @param fold the fold of each history row: all rows of a customer, or a block of time
 * @param scores of each history row, by a model that saw neither its fold nor its customer
 * @param effect {@code [treatment][row]}: doubly robust effect in currency
 * @param weight of each row
 * @param group rows with the same number belong to one customer; intervals count them as one
 */
public record OutOfFoldScores(
        int[] fold, UpliftScores scores, float[][] effect, double[] weight, int[] group) {
    public OutOfFoldScores {
        int rows = fold.length;
        requireRows(scores.customers(), "scores", rows);
        requireRows(weight.length, "weight", rows);
        requireRows(group.length, "group", rows);
        Requires.require(
                effect.length == scores.treatments().size(),
                "columns of effect",
                effect.length,
                scores.treatments().size() + ", one per treatment");
        for (float[] column : effect) {
            requireRows(column.length, "effect", rows);
        }
    }

    /** How many history rows. */
    public int rows() {
        return fold.length;
    }

    private static void requireRows(int length, String name, int rows) {
        Requires.require(length == rows, "length of " + name, length, rows + ", one per row");
    }
}
