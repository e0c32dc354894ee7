package dev.marginal.scenarios.store;

/** Another process took over a claim whose lease had run out. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public LeaseLost(String sentence) {
        super(sentence);
    }

    /**
     * An attempt that was given up for dead.
     *
     * @param now who came after it, such as {@code process 4711 on crm-1}
     */
    public static LeaseLost of(PlanRecord attempt, String now) {
        return new LeaseLost(
                """
                Attempt %d at the plan of %s was not heard of for too long, and %s took over.
                Nothing of this attempt was published. Look at what stands there now, and run again if need be."""
                        .formatted(attempt.number(), attempt.key(), now));
    }
}
