package dev.marginal.scenarios.store;

import java.util.Optional;

/** Another plan is published already. */
public final class PlanInTheWay extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that a user reads. */
    public PlanInTheWay(String sentence) {
        super(sentence);
    }

    /**
     * Another plan is published than a claim is to supersede.
     *
     * @param published what is published; empty for nothing
     */
    public static PlanInTheWay of(PlanKey key, Optional<PlanRecord> published) {
        String sentence =
                published
                        .map(
                                plan ->
                                        "The plan of %s is published already, by attempt %d; it was left as it is."
                                                .formatted(key, plan.number()))
                        .orElse("No plan of %s is published any more.".formatted(key));
        return new PlanInTheWay(
                sentence
                        + "\nCompare the two, and supersede the published one only if this one is to take its place.");
    }
}
