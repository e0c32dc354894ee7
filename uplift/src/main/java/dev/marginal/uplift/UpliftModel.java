package dev.marginal.uplift;

import dev.marginal.boosting.FeatureSpec;
import java.util.List;

/**
 * Knows what each treatment adds for a customer; made by {@link UpliftLearner#fit}. Safe for use by
 * several threads.
 */
public interface UpliftModel {
    /**
     * Scores every customer for every treatment.
     *
     * <p>A category that the history never had counts as missing.
     *
     * @throws IllegalArgumentException if a feature is absent, has another type, or is unknown to
     *     the model
     */
    UpliftScores score(Customers customers);

    /** Everything the model consists of; the same model has the same parts, byte by byte. */
    ModelParts parts();

    /** The treatments that can be scored, in the order of every score's first index. */
    default List<String> treatments() {
        return parts().treatments();
    }

    /** The features that customers must bring; they are found by name. */
    default List<FeatureSpec> features() {
        return parts().features();
    }

    /** How the model was made. */
    default Provenance provenance() {
        return parts().provenance();
    }
}
