package dev.marginal.benchmarks.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void a_result_is_dated_and_takes_its_place_in_the_document() throws IOException {
        Path document = folder.resolve("benchmarks.md");
        Files.writeString(document, "A\n<!-- begin scale -->\nold\n<!-- end scale -->\nB\n");
        ResultFile result = new ResultFile(folder, "scale", NOON);
        result.setting("Seeds", "101");
        result.write("## Plans\n");
        Publication.publish(result.file(), "scale", document);
        assertThat(result.file()).hasFileName("2026-11-21-scale.md");
        assertThat(Files.readString(document))
                .startsWith("A\n<!-- begin scale -->\n### scale, 2026-11-21\n")
                .contains("- Seeds: 101\n", "#### Plans\n")
                .endsWith("<!-- end scale -->\nB\n")
                .doesNotContain("old");
    }

    @Test
    void what_follows_the_rest_mark_stays_in_the_result() throws IOException {
        Path document = folder.resolve("benchmarks.md");
        Files.writeString(document, "<!-- begin scale -->\n<!-- end scale -->\n");
        ResultFile result = new ResultFile(folder, "scale", NOON);
        result.write("## Short\n" + Publication.REST + "## Long\n");
        Publication.publish(result.file(), "scale", document);
        assertThat(Files.readString(document)).contains("#### Short").doesNotContain("Long");
        assertThat(result.file()).content().contains("## Long");
    }

    @Test
    void a_document_without_the_place_is_refused() throws IOException {
        Path document = Files.writeString(folder.resolve("other.md"), "nothing");
        ResultFile result = new ResultFile(folder, "peers", NOON);
        result.write("");
        assertThatThrownBy(() -> Publication.publish(result.file(), "peers", document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("marked for peers");
    }
}
