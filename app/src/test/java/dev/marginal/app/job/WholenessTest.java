package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.StaleInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholenessTest {
    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final Pause NO_TIME = length -> {};

    @TempDir Path folder;

    @Test
    void a_file_that_grows_while_it_is_watched_is_refused_and_may_be_whole_soon()
            throws IOException {
        Path file = write("audience.csv", "customer_id\n1\n");
        Pause somebodyWrites = length -> append(file, "2\n");

        assertThatThrownBy(() -> look(somebodyWrites, file))
                .isInstanceOfSatisfying(
                        StaleInput.class, stale -> assertThat(stale.isPassing()).isTrue())
                .hasMessageContaining("audience.csv is still being written");
    }

    @Test
    void a_young_file_is_watched_for_a_moment_and_an_old_one_is_not() throws IOException {
        Path file = write("audience.csv", "customer_id\n1\n");
        Pause never =
                length -> {
                    throw new AssertionError("waited");
                };

        assertThatThrownBy(() -> look(never, file)).hasMessage("waited");
        Files.setLastModifiedTime(
                file,
                java.nio.file.attribute.FileTime.from(
                        Clock.systemUTC().instant().minus(MOMENT).minusSeconds(1)));
        assertThatCode(() -> look(never, file)).doesNotThrowAnyException();
    }

    @Test
    void a_csv_file_without_the_end_of_its_last_line_is_half_written() throws IOException {
        Path file = write("audience.csv", "customer_id\n1\n2");

        assertThatThrownBy(() -> look(NO_TIME, file))
                .isInstanceOfSatisfying(
                        StaleInput.class, stale -> assertThat(stale.isPassing()).isFalse())
                .hasMessageContaining("half-written");
    }

    @Test
    void a_gzip_file_that_is_cut_off_anywhere_is_half_written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("customer_id\n1\n2\n".getBytes());
        }
        byte[] whole = bytes.toByteArray();
        Path file = folder.resolve("audience.csv.gz");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> look(NO_TIME, file)).isInstanceOf(StaleInput.class);
        }
        Files.write(file, whole);
        assertThatCode(() -> look(NO_TIME, file)).doesNotThrowAnyException();
    }

    @Test
    void a_parquet_file_without_its_footer_is_half_written() throws IOException {
        Path file = write("audience.parquet", "PAR1 and some rows");

        assertThatThrownBy(() -> look(NO_TIME, file)).hasMessageContaining("no Parquet footer");
        append(file, "PAR1");
        assertThatCode(() -> look(NO_TIME, file)).doesNotThrowAnyException();
    }

    private static void look(Pause pause, Path file) throws InterruptedException {
        new Wholeness(Clock.systemUTC(), MOMENT, pause).require(List.of(file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
