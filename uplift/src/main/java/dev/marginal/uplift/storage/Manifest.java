package dev.marginal.uplift.storage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.marginal.uplift.FeatureSpec;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.Randomisation;
import java.util.List;
import java.util.SortedMap;

/**
 * The contents of {@code model.json}: the model's parts, those in files of their own by name and
 * hash.
 *
 * @param formatVersion of the folder
 * @param randomisation as in CrossFit; folders of version 0.1.0 have {@code clipped_rows} instead
 * @param forests by name, as in ModelParts
 */
@JsonIgnoreProperties("clipped_rows")
record Manifest(
        int formatVersion,
        Provenance provenance,
        List<String> treatments,
        List<FeatureSpec> features,
        SortedMap<String, Double> constants,
        Randomisation randomisation,
        SortedMap<String, File> forests,
        File outOfFold,
        File evaluation) {
    private static final Randomisation UNCHECKED =
            new Randomisation(
                    Randomisation.Source.LOGGED,
                    0,
                    Double.NaN,
                    List.of(),
                    Randomisation.Verdict.DOUBTFUL,
                    List.of(
                            "The version that fitted this model did not check who got which arm."
                                    + " Fit it again."));

    Manifest {
        randomisation = randomisation == null ? UNCHECKED : randomisation;
    }

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
            Randomisation randomisation,
            SortedMap<String, File> forests,
            File outOfFold,
            File evaluation) {
        return new Manifest(
                FORMAT_VERSION,
                parts.provenance(),
                parts.treatments(),
                parts.features(),
                parts.constants(),
                randomisation,
                forests,
                outOfFold,
                evaluation);
    }

    ModelParts parts(SortedMap<String, byte[]> bytes) {
        return new ModelParts(provenance, treatments, features, constants, bytes);
    }
}
