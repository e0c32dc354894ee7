package dev.marginal.uplift;

/**
 * What models that never saw a row say of it, beside what its experiment says.
 *
 * <p>The doubly robust effect of treatment a for a row with arm t and outcome y is {@code m_a(x) −
 * m_0(x) + 1[t=a]/p (y − m_a(x)) − 1[t=0]/p (y − m_0(x))}: its mean over any set of rows chosen by
 * {@code x} estimates the average effect there without bias when the propensities p are right,
 * however wrong the outcome models m are (Robins, Rotnitzky and Zhao 1994, <a
 * href="https://doi.org/10.1080/01621459.1994.10476818">doi:10.1080/01621459.1994.10476818</a>).
 *
 * @param fold the fold of each history row
 * @param scores of each history row, by the model of the other folds
 * @param effect {@code [treatment][row]}: doubly robust effect in currency
 * @param weight of each row
 */
public record OutOfFoldScores(int[] fold, UpliftScores scores, float[][] effect, double[] weight) {}
