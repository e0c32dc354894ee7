package dev.marginal.uplift;

/** Learns from a history what each treatment adds. */
public interface UpliftLearner {
    /** The name by which campaign files choose this learner, such as {@code x}. */
    String name();

    /**
     * Fits on all rows of {@code history}.
     *
     * @throws IllegalArgumentException if an arm has no rows
     */
    UpliftModel fit(CampaignHistory history);

    /**
     * The same model in less time, where others have learnt from the same history before.
     *
     * @param grown what they have grown; what this one grows is added
     * @throws IllegalArgumentException as {@link #fit(CampaignHistory)}
     */
    default UpliftModel fit(CampaignHistory history, GrownParts grown) {
        return fit(history);
    }
}
