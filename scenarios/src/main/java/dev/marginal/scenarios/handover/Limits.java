package dev.marginal.scenarios.handover;

/**
 * What a target takes at once.
 *
 * @param sends the most sends of a chunk
 * @param bytes the most bytes of a chunk
 * @param oneOffer whether all sends of a chunk are of one offer
 * @param oneTime whether all go out at one time
 */
public record Limits(int sends, long bytes, boolean oneOffer, boolean oneTime) {
    /** One chunk for the whole plan. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, false, false);
}
