package dev.marginal.uplift;

import java.nio.file.Path;
import java.util.List;

/**
 * Knows what each treatment adds for a customer; made by {@link UpliftLearner#fit}. Safe for use by
 * several threads.
 */
public interface UpliftModel {
    /** The treatments that can be scored, in the order of every score's first index. */
    List<String> treatments();

    /** The features that customers must bring, in order. */
    List<FeatureSpec> features();

    /**
     * Scores every customer for every treatment.
     *
     * <p>A category that the history never had counts as missing.
     *
     * @throws IllegalArgumentException if a feature is absent, has another type, or is unknown to
     *     the model
     */
    UpliftScores score(Customers customers);

    /** How the model was made. */
    Provenance provenance();

    /**
     * Writes the model's files into {@code folder}, which must exist and be empty; the same model
     * gives the same bytes.
     */
    void write(Path folder);
}
