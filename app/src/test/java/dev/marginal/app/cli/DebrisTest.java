package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebrisTest {
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir Path folder;

    @Test
    void native_code_that_killed_processes_left_goes_after_two_minutes() throws IOException {
        Files.writeString(folder.resolve("libduckdb_java123.so"), "code");
        Files.writeString(folder.resolve("libxgboost4j123.so"), "code");
        Files.createDirectories(folder.resolve("ortools-java123/ortools-linux-x86-64"));
        Files.writeString(folder.resolve("ortools-java123/ortools-linux-x86-64/a.so"), "code");

        sweepAfter(Duration.ofSeconds(100));
        assertThat(names()).hasSize(3);

        sweepAfter(Duration.ofSeconds(140));
        assertThat(names()).isEmpty();
    }

    @Test
    void a_folder_to_spill_to_goes_with_its_process_and_not_before() throws IOException {
        String living = "marginal-duckdb-%d-1".formatted(ProcessHandle.current().pid());
        Files.createDirectory(folder.resolve(living));
        Files.createDirectory(folder.resolve("marginal-duckdb-%d-1".formatted(NOBODY)));

        sweepAfter(Duration.ofMinutes(50));
        assertThat(names()).hasSize(2);

        sweepAfter(Duration.ofMinutes(70));
        assertThat(names()).containsExactly(living);
    }

    @Test
    void whatever_else_lies_there_stays() throws IOException {
        for (String name : List.of("libduckdb_java.so", "libduckdb.so", "ortools-java", "x")) {
            Files.writeString(folder.resolve(name), "");
        }

        sweepAfter(Duration.ofDays(99));

        assertThat(names()).hasSize(4);
    }

    private void sweepAfter(Duration time) {
        new Debris(folder, Clock.offset(Clock.systemUTC(), time)).sweep();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
