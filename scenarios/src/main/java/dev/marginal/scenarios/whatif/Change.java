package dev.marginal.scenarios.whatif;

/** One thing that a planner would do differently. */
public interface Change {
    /**
     * The brief with this change made; the brief that it was given stays as it is.
     *
     * @throws ImpossibleChange if the change makes no sense there, in words for its user
     */
    Brief applyTo(Brief brief);

    /** The change in a planner's words, such as {@code budget 20 % larger}. */
    String words();
}
