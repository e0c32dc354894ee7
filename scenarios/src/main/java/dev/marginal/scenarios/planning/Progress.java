package dev.marginal.scenarios.planning;

/** Told what the job does next; a door may print it. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = step -> {};

    /** The job begins a step, such as {@code Fitting 6 models on 40,000 rows}. */
    void begins(String step);

    /**
     * The running step has done so many of its parts, all of them taking about as long.
     *
     * @param done from 0 to {@code parts}
     */
    default void isAt(int done, int parts) {}
}
