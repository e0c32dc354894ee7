package dev.marginal.value.storage;

import com.fasterxml.jackson.core.JacksonException;
import dev.marginal.boosting.Forest;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.HashedFiles;
import dev.marginal.tables.JsonRecords;
import dev.marginal.tables.PartialFolder;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.value.boosted.BoostedFit;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.LearntValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder with {@code value_model.json}. Where there are no trees, that is the parametric model:
 * parameters with their standard errors, how the log was read, what it held and its fingerprint.
 * Where there are, it names the other files with their hashes: {@code parametric.json}, the same as
 * above; {@code boosted.json}, all of the boosted model but its trees; and {@code any.ubj}, {@code
 * purchases.ubj} and {@code amount.ubj}, which XGBoost itself can read.
 *
 * <p>The same log and columns give the same bytes, and the same bytes the same scores.
 */
public final class ValueModelFolder {
    private static final String MODEL = "value_model.json";

    private final Path folder;
    private final HashedFiles files;

    public ValueModelFolder(Path folder) {
        this.folder = folder;
        this.files =
                new HashedFiles(folder, "Fit the model again, or restore the folder from a copy.");
    }

    /**
     * Writes a model, whole or not at all; makes the folder if need be.
     *
     * @throws IllegalArgumentException if the folder has files already
     * @throws UncheckedIOException if the disk is full, say
     */
    public void write(LearntValue model) {
        Path target = folder.toAbsolutePath().normalize();
        try (PartialFolder partial = PartialFolder.beside(target)) {
            HashedFiles draft = new HashedFiles(partial.path(), "");
            byte[] parametric = JsonRecords.write(model.parametric());
            draft.write(
                    MODEL,
                    model.trees().isEmpty()
                            ? parametric
                            : JsonRecords.write(manifest(draft, parametric, model.trees().get())));
            Requires.require(partial.publishAs(target), "model folder", folder, "empty");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Manifest manifest(HashedFiles draft, byte[] parametric, BoostedModel trees)
            throws IOException {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                draft.write("parametric.json", parametric),
                draft.write("boosted.json", JsonRecords.write(trees.fit())),
                draft.write("any.ubj", trees.any().bytes()),
                draft.write("purchases.ubj", trees.purchases().bytes()),
                draft.write("amount.ubj", trees.amount().bytes()));
    }

    /**
     * Reads what was written.
     *
     * @throws BadInput if a file is missing, is not what was written, or comes from a version with
     *     another format
     */
    public LearntValue read() {
        byte[] json =
                new HashedFiles(folder, "Give a folder that ./marginal value fit wrote.")
                        .bytes(MODEL);
        try {
            return switch (JsonRecords.formatVersion(json)) {
                case FittedValueModel.FORMAT_VERSION -> LearntValue.of(parametric(json));
                case Manifest.FORMAT_VERSION -> withTrees(JsonRecords.read(json, Manifest.class));
                default -> throw otherFormat(JsonRecords.formatVersion(json));
            };
        } catch (JacksonException | IllegalArgumentException | NullPointerException error) {
            throw files.refused(MODEL, "is not what 'marginal value fit' wrote");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static FittedValueModel parametric(byte[] json) throws IOException {
        FittedValueModel model = JsonRecords.read(json, FittedValueModel.class);
        model.valueModel();
        return model;
    }

    private LearntValue withTrees(Manifest manifest) throws IOException {
        BoostedModel trees =
                new BoostedModel(
                        JsonRecords.read(files.unchanged(manifest.fit()), BoostedFit.class),
                        new Forest(files.unchanged(manifest.any())),
                        new Forest(files.unchanged(manifest.purchases())),
                        new Forest(files.unchanged(manifest.amount())));
        return new LearntValue(
                parametric(files.unchanged(manifest.parametric())), Optional.of(trees));
    }

    private BadInput otherFormat(int version) {
        return new BadInput(
                new Problem(
                        files.name(MODEL),
                        0,
                        "format_version",
                        version + "",
                        "must be %d or %d"
                                .formatted(
                                        FittedValueModel.FORMAT_VERSION, Manifest.FORMAT_VERSION),
                        "Another version of Marginal wrote this model; fit it again."));
    }
}
