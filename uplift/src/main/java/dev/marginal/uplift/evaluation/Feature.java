package dev.marginal.uplift.evaluation;

/** One feature as a ranking for each treatment, learnt outside a fold. */
interface Feature {
    /**
     * How well the feature ranks the rows outside a fold: their {@code qini.grf} times the square
     * of their weight.
     */
    double quality(int fold, int treatment);

    /** What reports call it. */
    String name(int fold, int treatment);

    /** The score of a row of that fold. */
    double score(int row, int fold, int treatment);
}
