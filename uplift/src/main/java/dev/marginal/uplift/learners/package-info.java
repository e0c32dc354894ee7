/**
 * The learners, one file each, and their list {@link dev.marginal.uplift.learners.Learners}.
 *
 * <p>A learner grows named forests from a history and says how their predictions combine into
 * scores; a stored model is restored by the learner that its provenance names. May call {@code
 * boosting} and the nouns.
 */
package dev.marginal.uplift.learners;
