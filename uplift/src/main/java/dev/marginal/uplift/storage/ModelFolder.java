package dev.marginal.uplift.storage;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.HashedFiles;
import dev.marginal.tables.HashedFiles.Hashed;
import dev.marginal.tables.JsonRecords;
import dev.marginal.tables.PartialFolder;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.modelcard.ModelCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model in a folder: {@code model.json} with provenance, features and the hash of every other
 * file; {@code forest-00.ubj} and so on, which XGBoost itself can read; {@code out_of_fold.bin};
 * {@code evaluation.json} and {@code inspection.json}, where a number that the history cannot tell
 * is the string {@code "NaN"}; and {@code model_card.md}, which says all this to people.
 *
 * <p>The same model gives the same bytes, and the same bytes the same scores. Writing {@code
 * model.json} last, a folder without it was never finished.
 */
public final class ModelFolder {
    private static final String MANIFEST = "model.json";
    private static final String OUT_OF_FOLD = "out_of_fold.bin";
    private static final String EVALUATION = "evaluation.json";
    private static final String INSPECTION = "inspection.json";
    private static final String CARD = "model_card.md";
    private static final String ADVICE = "Fit the model again, or restore the folder from a copy.";

    private final Path folder;
    private final HashedFiles files;

    public ModelFolder(Path folder) {
        this.folder = folder;
        this.files = new HashedFiles(folder, ADVICE);
    }

    /**
     * Writes a model, whole or not at all; makes the folder if need be.
     *
     * @throws IllegalArgumentException if the folder has files already
     * @throws UncheckedIOException if the disk is full, say
     */
    public void write(StoredModel stored) {
        Path target = folder.toAbsolutePath().normalize();
        try (PartialFolder partial = PartialFolder.beside(target)) {
            ModelFolder draft = new ModelFolder(partial.path());
            Files.write(
                    draft.folder.resolve(MANIFEST), JsonRecords.write(draft.writeParts(stored)));
            Requires.require(partial.publishAs(target), "model folder", folder, "empty");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws BadInput if a file is missing, was changed, or comes from a version with another
     *     format
     */
    public StoredModel read(Execution execution) {
        byte[] json = files.bytes(MANIFEST);
        requireFormat(formatVersion(json));
        Manifest manifest = parsed(json, Manifest.class, MANIFEST);
        SortedMap<String, byte[]> forests = new TreeMap<>();
        manifest.forests().forEach((name, file) -> forests.put(name, files.unchanged(file)));
        UpliftModel model = Learners.restore(manifest.parts(forests), execution);
        CrossFit fit =
                new CrossFit(
                        model,
                        OutOfFoldFile.read(
                                files.unchanged(manifest.outOfFold()), manifest.treatments()),
                        manifest.randomisation());
        files.unchanged(manifest.modelCard());
        return new StoredModel(
                manifest.origin().origin(),
                fit,
                parsed(files.unchanged(manifest.evaluation()), Evaluation.class, EVALUATION),
                parsed(files.unchanged(manifest.inspection()), Inspection.class, INSPECTION));
    }

    private <T> T parsed(byte[] json, Class<T> type, String file) {
        try {
            return JsonRecords.read(json, type);
        } catch (IOException | IllegalArgumentException error) {
            throw files.refused(file, "is not what 'marginal fit' wrote");
        }
    }

    private int formatVersion(byte[] json) {
        try {
            return JsonRecords.formatVersion(json);
        } catch (IOException error) {
            throw files.refused(MANIFEST, "is not JSON");
        }
    }

    private Manifest writeParts(StoredModel stored) throws IOException {
        ModelParts parts = stored.fit().model().parts();
        SortedMap<String, Hashed> forests = new TreeMap<>();
        for (String name : parts.forests().keySet()) {
            String file = String.format(Locale.ROOT, "forest-%02d.ubj", forests.size());
            forests.put(name, files.write(file, parts.forests().get(name)));
        }
        return new Manifest(
                Manifest.FORMAT_VERSION,
                Manifest.From.of(stored.origin()),
                parts.provenance(),
                parts.treatments(),
                parts.features(),
                parts.constants(),
                stored.fit().randomisation(),
                forests,
                files.write(OUT_OF_FOLD, OutOfFoldFile.write(stored.fit().outOfFold())),
                files.write(EVALUATION, JsonRecords.write(stored.evaluation())),
                files.write(INSPECTION, JsonRecords.write(stored.inspection())),
                files.write(CARD, card(stored).getBytes(StandardCharsets.UTF_8)));
    }

    private static String card(StoredModel stored) {
        return ModelCard.of(
                stored.origin(), stored.fit(), stored.evaluation(), stored.inspection());
    }

    private void requireFormat(int version) {
        if (version != Manifest.FORMAT_VERSION) {
            throw new BadInput(
                    new Problem(
                            files.name(MANIFEST),
                            0,
                            "format_version",
                            version + "",
                            "must be " + Manifest.FORMAT_VERSION,
                            "Another version of Marginal wrote this model; fit it again."));
        }
    }
}
