package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at any moment, and two that publish the same plan at once. */
class KilledTest {
    /** Java says that it picked up those that are set. */
    private static final Set<String> OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    @TempDir static Path home;
    private static Path campaign;

    @TempDir Path plans;

    @BeforeAll
    static void fit() throws IOException {
        Run.of("simulate", home.resolve("world"), "--history", 2_000, "--customers", 2_000);
        campaign = home.resolve("world/campaign.yml");
        Files.writeString(campaign, "learner: x\ntarget_gap: 1e-3\n" + Files.readString(campaign));
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

    @Test
    void an_interrupted_plan_leaves_nothing_behind() throws Exception {
        assumeThat(isHeeded()).as("this process was started to ignore Ctrl-C").isTrue();
        Path temporary = Files.createDirectory(plans.resolve("tmp"));
        Process process = start("-Djava.io.tmpdir=" + temporary);
        while (names().size() < 2 && process.isAlive()) {
            Thread.sleep(5);
        }
        interrupt(process);

        assertThat(process.waitFor()).isEqualTo(Interruption.EXIT_CODE);
        assertThat(names()).containsExactly("tmp");
        assertThat(temporary.toFile().list()).isEmpty();
    }

    @Test
    void a_second_interruption_ends_a_process_at_once() throws Exception {
        assumeThat(isHeeded()).as("this process was started to ignore Ctrl-C").isTrue();
        ProcessBuilder builder =
                new ProcessBuilder(java(List.of(), Unwilling.class.getName()))
                        .redirectErrorStream(true);
        builder.environment().keySet().removeAll(OPTIONS);
        Process process = builder.start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("at work");
            interrupt(process);
            said.readLine();
            assertThat(said.readLine()).isEqualTo("Interrupted.");
            assertThat(process.isAlive()).isTrue();
            interrupt(process);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(Interruption.EXIT_CODE);
    }

    /** A process that takes a minute to end. */
    static final class Unwilling {
        private Unwilling() {}

        /** Takes no arguments. */
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(Unwilling::sleep));
            Console console = Console.ofProcess();
            Interruption.heed(console);
            console.print("at work");
            Thread.sleep(60_000);
        }

        private static void sleep() {
            LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
        }
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static boolean isHeeded() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .noneMatch(
                                line ->
                                        (Character.digit(line.charAt(line.length() - 1), 16) & 2)
                                                > 0);
    }

    private Process start(String... options) throws IOException {
        List<String> command = java(List.of(options), Marginal.class.getName());
        command.addAll(
                List.of("plan", campaign.toString(), "--model", home.resolve("model").toString()));
        command.addAll(List.of("--out", plans.resolve("p").toString(), "--date", "2026-11-21"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> java(List<String> options, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
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
