package dev.marginal.value.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    static byte[] write(Object record) {
        try {
            String text = MAPPER.writer(PRINTER).writeValueAsString(record);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The model could not be written as JSON.", impossible);
        }
    }

    /** A record; {@code JacksonException} if the bytes are none. */
    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        return MAPPER.readValue(bytes, type);
    }

    /** The format version alone, which every version of a file has; 0 where it is not there. */
    static int formatVersion(byte[] bytes) throws IOException {
        JsonNode tree = MAPPER.readTree(bytes);
        return tree.path("format_version").asInt();
    }
}
