package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run of what writes into a store writes nothing, wherever the store is. */
class DryRunTest {
    private static final String SENDS = "customer,channel,sent_at\nc1,push,2026-11-15T08:00:00Z\n";

    @TempDir static Path home;
    private static Path house;

    @TempDir Path folder;

    @BeforeAll
    static void simulate() {
        house = home.resolve("house");
        assertThat(
                        Run.of("simulate", house, "--daily", "--history", 400, "--customers", 20)
                                .exitCode())
                .isZero();
    }

    @Test
    void a_store_that_is_not_there_is_not_made() throws IOException {
        Path sends = Files.writeString(home.resolve("sends.csv"), SENDS);
        Path store = folder.resolve("plans");

        for (List<Object> words : dryRuns(sends)) {
            assertEndsWell(words, "--store", store);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_store_that_is_there_stays_as_it_is_to_the_byte() throws IOException {
        Path store = folder.resolve("plans");
        Path sends = Files.writeString(folder.resolve("sends.csv"), SENDS);
        Run.of("log", "import", sends, "--store", store);
        Path later = Files.writeString(folder.resolve("later.csv"), SENDS.replace("c1", "c2"));
        Map<String, String> before = files(store);

        for (List<Object> words : dryRuns(later)) {
            assertEndsWell(words, "--store", store);
        }

        assertThat(before).isNotEmpty();
        assertThat(files(store)).isEqualTo(before);
        assertThat(Run.of("log", "show", "--store", store).results())
                .containsPattern("(?m)^ +1  2026-11-15")
                .doesNotContain("2  2026");
    }

    /** The server is away: whoever asked it anything would end with 1. */
    @Test
    void a_server_is_not_even_asked() throws IOException {
        Path sends = Files.writeString(home.resolve("sends.csv"), SENDS);
        Path config =
                Files.writeString(
                        folder.resolve("store.yml"),
                        "jdbc: jdbc:postgresql://127.0.0.1:1/marketing\nuser: marginal\nfolder: f\n");

        for (List<Object> words : dryRuns(sends)) {
            assertEndsWell(words, "--store-config", config);
        }

        assertThat(folder.toFile().list()).containsExactly("store.yml");
    }

    private static List<List<Object>> dryRuns(Path sends) {
        Path vouchers = house.resolve("vouchers.yml");
        Path news = house.resolve("news.yml");
        return List.of(
                List.of("log", "import", sends, "--dry-run"),
                List.of("nightly", vouchers, news, "--date", "2026-11-16", "--dry-run"),
                List.of("nightly", vouchers, "--catch-up", 7, "--schedule", "0 3 * * *", "-n"),
                List.of("plan", vouchers, news, "--date", "2026-11-16", "--dry-run"));
    }

    private static void assertEndsWell(List<Object> words, String option, Path store) {
        Object[] all =
                Stream.concat(words.stream(), Stream.of(option, store)).toArray(Object[]::new);
        Run run = Run.of(all);

        assertThat(run.exitCode()).as(words + run.messages()).isZero();
        assertThat(run.results()).containsIgnoringCase("nothing was written");
    }

    /** Every file under a folder, with when it was written and what it holds. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> all.put(folder.relativize(file).toString(), state(file)));
        }
        return all;
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    + " "
                    + Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
