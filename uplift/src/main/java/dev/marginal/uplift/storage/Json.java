package dev.marginal.uplift.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Records as indented JSON in snake case, with the same bytes on every system. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    static byte[] write(Object value) {
        try {
            String text = MAPPER.writer(PRINTER).writeValueAsString(value);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("The model could not be written as JSON.", error);
        }
    }

    /**
     * Reads a record.
     *
     * @throws BadInput if the bytes are not such a record
     */
    static <T> T read(byte[] bytes, Class<T> type, String file) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException | IllegalArgumentException error) {
            throw new BadInput(
                    Problem.of(
                            file,
                            "is not what 'marginal fit' wrote",
                            "Fit the model again, or restore the folder from a copy."));
        }
    }

    /** The format version alone, which every version of the file has; 0 if it is not there. */
    static int formatVersion(byte[] bytes, String file) {
        try {
            return MAPPER.readTree(bytes).path("format_version").asInt();
        } catch (IOException error) {
            throw new BadInput(
                    Problem.of(
                            file, "is not JSON", "Is this the folder that 'marginal fit' wrote?"));
        }
    }
}
