package dev.marginal.uplift;

/**
 * How a model was made; enough to make it again.
 *
 * @param learner the learner's name
 * @param settings what was asked for
 * @param historyFingerprint hash of the history (hex)
 * @param historyRows rows of the history
 * @param marginalVersion version of this software
 * @param xgboostVersion version of the trees' library
 */
public record Provenance(
        String learner,
        LearnerSettings settings,
        String historyFingerprint,
        int historyRows,
        String marginalVersion,
        String xgboostVersion) {}
