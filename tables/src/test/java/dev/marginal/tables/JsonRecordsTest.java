package dev.marginal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {
    /** Something to keep. */
    record Kept(int formatVersion, double logLikelihood, List<String> fieldNames) {
        Kept {
            Requires.positive(formatVersion, "format version");
        }
    }

    @Test
    void a_record_comes_back_from_bytes_that_are_the_same_on_every_system() throws IOException {
        Kept kept = new Kept(2, Double.NaN, List.of("ä", "b"));
        byte[] bytes = JsonRecords.write(kept);

        assertThat(text(bytes))
                .isEqualTo(
                        """
                        {
                          "format_version" : 2,
                          "log_likelihood" : "NaN",
                          "field_names" : [ "ä", "b" ]
                        }
                        """);
        assertThat(JsonRecords.read(bytes, Kept.class)).isEqualTo(kept);
    }

    @Test
    void the_format_is_known_of_bytes_that_hold_something_else() throws IOException {
        assertThat(JsonRecords.formatVersion(bytes("{\"format_version\": 7, \"x\": 1}")))
                .isEqualTo(7);
        assertThat(JsonRecords.formatVersion(bytes("{}"))).isZero();
    }

    @Test
    void bytes_of_something_else_are_refused() {
        for (String other : List.of("", "{", "[]", "{\"x\": 1}", "{\"format_version\": 0}")) {
            assertThatThrownBy(() -> JsonRecords.read(bytes(other), Kept.class))
                    .as(other)
                    .isInstanceOf(JacksonException.class);
        }
        assertThatThrownBy(() -> JsonRecords.formatVersion(bytes("{")))
                .isInstanceOf(JacksonException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
