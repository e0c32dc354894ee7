package dev.marginal.optimizer.kernel;

/** Chooses one customer's best admissible set. */
public interface Chooser {
    /**
     * The admissible set with the largest sum of reduced values, as bits.
     *
     * <p>Offers whose reduced value is zero, negative or {@code NaN} are never in it; of equal sets
     * it is always the same one, with the lower offer numbers where single offers tie.
     *
     * @param reduced reduced value per offer
     */
    long choose(double[] reduced);
}
