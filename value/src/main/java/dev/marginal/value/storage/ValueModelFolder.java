package dev.marginal.value.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.PartialFolder;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.value.fitting.FittedValueModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with {@code value_model.json}: the parameters of the models with their standard errors,
 * how the log was read, what it held and its fingerprint. The same log gives the same bytes.
 */
public final class ValueModelFolder {
    private static final String FILE = "value_model.json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final Path folder;

    public ValueModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a model, whole or not at all; makes the folder if need be.
     *
     * @throws IllegalArgumentException if the folder has files already
     * @throws UncheckedIOException if the disk is full, say
     */
    public void write(FittedValueModel model) {
        Path target = folder.toAbsolutePath().normalize();
        try (PartialFolder partial = PartialFolder.beside(target)) {
            String json = MAPPER.writer(PRINTER).writeValueAsString(model) + "\n";
            Files.write(partial.path().resolve(FILE), json.getBytes(StandardCharsets.UTF_8));
            Requires.require(partial.publishAs(target), "model folder", folder, "empty");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws BadInput if the file is missing, is not what was written, or comes from a version
     *     with another format
     */
    public FittedValueModel read() {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw refused(file, "is missing", "Give a folder that ./marginal value fit wrote.");
        }
        try {
            byte[] json = Files.readAllBytes(file);
            requireFormat(file, MAPPER.readTree(json).path("format_version").asInt());
            FittedValueModel model = MAPPER.readValue(json, FittedValueModel.class);
            model.valueModel();
            return model;
        } catch (JacksonException | IllegalArgumentException | NullPointerException error) {
            throw refused(
                    file,
                    "is not what 'marginal value fit' wrote",
                    "Fit the model again, or restore the folder from a copy.");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void requireFormat(Path file, int version) {
        if (version != FittedValueModel.FORMAT_VERSION) {
            throw new BadInput(
                    new Problem(
                            file.toString(),
                            0,
                            "format_version",
                            version + "",
                            "must be " + FittedValueModel.FORMAT_VERSION,
                            "Another version of Marginal wrote this model; fit it again."));
        }
    }

    private static BadInput refused(Path file, String what, String advice) {
        return new BadInput(Problem.of(file.toString(), what, advice));
    }
}
