package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A JVM of its own for one measurement, with this one's class path.
 *
 * @param main class with a main method; it is told {@code --facts FILE} beside the arguments
 * @param javaOptions such as the heap
 * @param arguments of the main method
 * @param killAfter ends it from outside, whatever native code does inside
 */
public record Child(
        Class<?> main, List<String> javaOptions, List<String> arguments, Duration killAfter) {
    /** Waits until it has ended, one way or another. */
    public Ended run() {
        try {
            Path folder = Files.createTempDirectory("marginal-benchmark");
            Facts facts = new Facts(folder.resolve("facts.tsv"));
            Path log = folder.resolve("output.log");
            return new Program(command(folder, facts), folder, killAfter).run(facts, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path folder, Facts facts) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
        command.add("-XX:-CreateCoredumpOnCrash");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
        command.addAll(arguments);
        command.addAll(List.of("--facts", facts.file().toString()));
        return command;
    }

    private static String absoluteClassPath() {
        String separator = System.getProperty("path.separator");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(separator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(separator, entries);
    }

    /**
     * How it ended.
     *
     * @param exitCode none if it was killed from outside
     * @param facts what it found until then
     * @param peakBytes the most memory that the process held; 0 where the system does not tell
     * @param log what it printed
     */
    public record Ended(OptionalInt exitCode, Facts facts, long peakBytes, Path log) {
        /** Whether it came to its end by itself, without an error. */
        public boolean isDone() {
            return exitCode.isPresent() && exitCode.getAsInt() == 0;
        }

        /** In words. */
        public String words() {
            if (exitCode.isEmpty()) {
                return "killed from outside";
            }
            return isDone() ? "done" : "process ended with code " + exitCode.getAsInt();
        }
    }
}
