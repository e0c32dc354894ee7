package dev.marginal.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Records as indented JSON in snake case, with the same bytes on every system: what models are kept
 * in, as {@link HashedFiles}.
 */
public final class JsonRecords {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private JsonRecords() {}

    /** A record's bytes, with a line break at the end. */
    public static byte[] write(Object record) {
        try {
            String text = MAPPER.writer(PRINTER).writeValueAsString(record);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException error) {
            throw new IllegalArgumentException("The record cannot be written as JSON.", error);
        }
    }

    /**
     * The record that such bytes hold.
     *
     * @throws IOException a {@code JacksonException}, if they are no JSON, hold something else, or
     *     say what the record refuses
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        return MAPPER.readValue(bytes, type);
    }

    /**
     * Their {@code format_version} alone, which every version of a file has; 0 where there is none.
     *
     * @throws IOException a {@code JacksonException}, if they are no JSON
     */
    public static int formatVersion(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes).path("format_version").asInt();
    }
}
