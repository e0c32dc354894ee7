package dev.marginal.uplift.storage;

import dev.marginal.uplift.FeatureSpec;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Provenance;
import java.util.List;
import java.util.SortedMap;

/**
 * The contents of {@code model.json}: the model's parts, those in files of their own by name and
 * hash.
 *
 * @param formatVersion of the folder
 * @param clippedRows as in CrossFit
 * @param forests by name, as in ModelParts
 */
record Manifest(
        int formatVersion,
        Provenance provenance,
        List<String> treatments,
        List<FeatureSpec> features,
        SortedMap<String, Double> constants,
        int clippedRows,
        SortedMap<String, File> forests,
        File outOfFold,
        File evaluation) {
    /** The format that this version writes, and the only one that it reads. */
    static final int FORMAT_VERSION = 1;

    /**
     * A file of the folder.
     *
     * @param sha256 of its bytes, in hex
     */
    record File(String file, String sha256) {}

    static Manifest of(
            ModelParts parts,
            int clippedRows,
            SortedMap<String, File> forests,
            File outOfFold,
            File evaluation) {
        return new Manifest(
                FORMAT_VERSION,
                parts.provenance(),
                parts.treatments(),
                parts.features(),
                parts.constants(),
                clippedRows,
                forests,
                outOfFold,
                evaluation);
    }

    ModelParts parts(SortedMap<String, byte[]> bytes) {
        return new ModelParts(provenance, treatments, features, constants, bytes);
    }
}
