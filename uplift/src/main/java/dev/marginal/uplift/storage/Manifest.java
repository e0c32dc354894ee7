package dev.marginal.uplift.storage;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.HashedFiles.Hashed;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Origin;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.Randomisation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The contents of {@code model.json}: the model's parts, those in files of their own by name and
 * hash.
 *
 * @param formatVersion of the folder
 * @param randomisation as in CrossFit
 * @param forests by name, as in ModelParts
 */
record Manifest(
        int formatVersion,
        From origin,
        Provenance provenance,
        List<String> treatments,
        List<FeatureSpec> features,
        SortedMap<String, Double> constants,
        Randomisation randomisation,
        SortedMap<String, Hashed> forests,
        Hashed outOfFold,
        Hashed evaluation,
        Hashed inspection,
        Hashed modelCard) {
    /** The format that this version writes, and the only one that it reads. */
    static final int FORMAT_VERSION = 2;

    /**
     * Where the history comes from.
     *
     * @param period null where the history does not know
     */
    record From(String campaign, String source, String currency, String period) {
        static From of(Origin origin) {
            return new From(
                    origin.campaign(),
                    origin.source(),
                    origin.currency(),
                    origin.period().orElse(null));
        }

        Origin origin() {
            return new Origin(campaign, source, currency, Optional.ofNullable(period));
        }
    }

    ModelParts parts(SortedMap<String, byte[]> bytes) {
        return new ModelParts(provenance, treatments, features, constants, bytes);
    }
}
