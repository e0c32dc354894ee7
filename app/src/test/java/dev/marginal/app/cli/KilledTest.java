package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at any moment, and two that publish the same plan at once. */
class KilledTest {
    @TempDir static Path home;
    private static Path campaign;

    @TempDir Path plans;

    @BeforeAll
    static void fit() throws IOException {
        Run.of("simulate", home.resolve("world"), "--history", 2_000, "--customers", 2_000);
        campaign = home.resolve("world/campaign.yml");
        Files.writeString(campaign, "learner: x\n" + Files.readString(campaign));
        assertThat(Run.of("fit", campaign, "--out", home.resolve("model")).exitCode()).isZero();
    }

    @Test
    void a_plan_exists_whole_or_not_at_all_whenever_its_process_is_killed() throws Exception {
        long whole = timeOf(start());
        for (double share = 0.5; share < 1.1; share += 0.1) {
            delete(plans.resolve("p"));
            Process process = start();
            process.waitFor((long) (whole * share), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            if (Files.exists(plans.resolve("p"))) {
                assertThat(Run.of("audit", plans.resolve("p")).exitCode()).isZero();
            }
        }

        assertThat(start().waitFor()).isZero();
        assertThat(names()).containsExactly("p");
    }

    @Test
    void two_processes_that_publish_the_same_plan_agree_on_one() throws Exception {
        Process one = start();
        Process other = start();

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(names()).containsExactly("p");
        assertThat(Run.of("audit", plans.resolve("p")).exitCode()).isZero();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Marginal.class.getName()));
        command.addAll(
                List.of("plan", campaign.toString(), "--model", home.resolve("model").toString()));
        command.addAll(List.of("--out", plans.resolve("p").toString(), "--date", "2026-11-21"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long timeOf(Process process) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(process.waitFor()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(plans)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
