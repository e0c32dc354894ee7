package dev.marginal.uplift;

/** Told how far a long fit is, so that a door can show it; never changes a result. */
@FunctionalInterface
public interface FitProgress {
    /** Tells nobody. */
    FitProgress SILENT = (finished, all) -> {};

    /**
     * One more model is fitted.
     *
     * @param finished how many models are fitted, from 1 to {@code all}
     * @param all how many there will be
     */
    void done(int finished, int all);
}
