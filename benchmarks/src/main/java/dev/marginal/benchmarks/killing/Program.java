package dev.marginal.benchmarks.killing;

import dev.marginal.tables.Requires;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command {@code marginal} as processes of their own.
 *
 * @param words that start it, without its arguments
 * @param folder where it runs
 * @param temporary where it keeps temporary files
 */
public record Program(List<String> words, Path folder, Path temporary) {
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");
    private static final int MOST_MINUTES = 5;

    /** What {@code ./marginal} starts in a checkout that is built. */
    public static Program ofCheckout(Path checkout, Path folder, Path temporary) {
        String jar = checkout.resolve("app/target/marginal.jar").toAbsolutePath().toString();
        return new Program(java(temporary, "-jar", jar), folder, temporary);
    }

    /** The command from this JVM's class path, without this module. */
    public static Program ofClassPath(Path folder, Path temporary) {
        String path =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.matches(".*/benchmarks/target/[a-z-]+/?"))
                        .collect(Collectors.joining(File.pathSeparator));
        return new Program(
                java(temporary, "-cp", path, "dev.marginal.app.cli.Marginal"), folder, temporary);
    }

    private static List<String> java(Path temporary, String... rest) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        words.add("-Djava.io.tmpdir=" + temporary);
        words.addAll(List.of(rest));
        return words;
    }

    /**
     * The same, but quick to start: its classes come out of an archive that a run of it fills, as
     * Java's class data sharing has it. Only for a class path of jars.
     */
    public Program quickly(List<String> arguments) {
        if (words.stream().anyMatch(word -> word.contains("target/classes"))) {
            return this;
        }
        Path archive = folder.resolve("classes.jsa");
        with("-XX:ArchiveClassesAtExit=" + archive).run(arguments);
        return with("-XX:SharedArchiveFile=" + archive);
    }

    private Program with(String option) {
        List<String> more = new ArrayList<>(words);
        more.add(1, option);
        more.add(2, "-Xlog:cds=off");
        return new Program(more, folder, temporary);
    }

    /** A process of it. */
    public record Running(Process process, Path output, long began) {
        /** How it ended; waits for that. */
        public int exitCode() {
            try {
                if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("It hangs; see " + output);
                }
                return process.exitValue();
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }

        /** Waits at most so long; whether it has ended. */
        public boolean endsWithin(long micros) {
            try {
                return process.waitFor(micros, TimeUnit.MICROSECONDS);
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }

        /** SIGKILL; false if it had ended before. */
        public boolean kill() {
            boolean ended = endsWithin(0);
            process.destroyForcibly();
            endsWithin(TimeUnit.MINUTES.toMicros(1));
            return !ended;
        }

        /** What it said. */
        public String said() {
            try {
                return Files.readString(output);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static IllegalStateException interrupted(InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new IllegalStateException(stopped);
        }
    }

    /** Starts it. */
    public Running start(List<String> arguments) {
        try {
            Files.createDirectories(folder.resolve("output"));
            File output = File.createTempFile("run", ".log", folder.resolve("output").toFile());
            List<String> command = new ArrayList<>(words);
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output);
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            return new Running(builder.start(), output.toPath(), System.nanoTime());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs it to its end, which must be a good one. */
    public void run(List<String> arguments) {
        Running running = start(arguments);
        int exitCode = running.exitCode();
        Requires.require(
                exitCode == 0,
                "exit code of " + String.join(" ", arguments),
                exitCode + ": " + running.said(),
                "0");
    }
}
