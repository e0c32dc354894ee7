package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs measurements one after the other, each in a JVM of its own, and keeps what complete ones
 * found, so that a run that was broken off goes on where it was.
 *
 * @param kept where complete findings go and come from; nowhere if empty
 * @param javaOptions of every JVM
 * @param killAfter ends a measurement from outside
 * @param progress is told what is being measured
 */
public record Laboratory(
        Optional<Path> kept,
        List<String> javaOptions,
        Duration killAfter,
        Consumer<String> progress) {
    /** Names of the arguments. */
    public static final List<String> OPTIONS = List.of("keep", "minutes");

    /**
     * A laboratory as the options want it: {@code keep} a folder, {@code minutes} per measurement.
     */
    public static Laboratory of(
            Options options, List<String> javaOptions, Consumer<String> progress) {
        String folder = options.text("keep", "");
        return new Laboratory(
                folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)),
                javaOptions,
                Duration.ofMinutes(options.integer("minutes", 60)),
                progress);
    }

    /**
     * Measures, unless the same was measured and kept before.
     *
     * @param name of what is measured; with the main class and the arguments it names the finding
     */
    public Finding measure(String name, Class<?> main, List<String> arguments) {
        Optional<Path> file = kept.map(folder -> folder.resolve(fileName(main, arguments)));
        if (file.isPresent() && Files.exists(file.get())) {
            return new Finding(name, new Facts(file.get()), "done");
        }
        progress.accept(main.getSimpleName() + " " + String.join(" ", arguments));
        Child.Ended ended = new Child(main, javaOptions, arguments, killAfter).run();
        progress.accept("  " + ended.words() + ", output in " + ended.log());
        if (ended.peakBytes() > 0) {
            ended.facts().add("peak bytes", ended.peakBytes());
        }
        if (ended.isDone() && file.isPresent()) {
            keep(ended.facts().file(), file.get());
        }
        return new Finding(name, ended.facts(), ended.words());
    }

    private static String fileName(Class<?> main, List<String> arguments) {
        String words = main.getSimpleName() + " " + String.join(" ", arguments);
        return words.replaceAll("[^A-Za-z0-9.]+", "_") + ".tsv";
    }

    private static void keep(Path facts, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(facts, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
