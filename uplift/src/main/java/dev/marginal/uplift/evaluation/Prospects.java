package dev.marginal.uplift.evaluation;

/** What a policy believes of rows and treatments (0 is the first). */
interface Prospects {
    /** Incremental GMV, in currency. */
    double gain(int treatment, int row);

    /** Expected cost, in currency; zero or more. */
    double cost(int treatment, int row);
}
