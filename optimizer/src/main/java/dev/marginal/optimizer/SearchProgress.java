package dev.marginal.optimizer;

/** Is told how far a search has come, by the thread that searches: it should return at once. */
@FunctionalInterface
public interface SearchProgress {
    /** Hears nothing. */
    SearchProgress UNHEARD = (value, bound) -> {};

    /**
     * A better plan or a lower bound was found.
     *
     * @param value of the best plan so far, in currency; {@code NaN} until there is one
     * @param bound that no plan's value can pass, in currency; {@code NaN} until there is one
     */
    void found(double value, double bound);
}
