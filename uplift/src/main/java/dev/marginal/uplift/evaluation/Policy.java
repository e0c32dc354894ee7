package dev.marginal.uplift.evaluation;

/** Who gets what, by chance where it says so. */
interface Policy {
    /** The probability with which a row gets a treatment (0 is the first). */
    double chance(int row, int treatment);
}
