package dev.marginal.benchmarks.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What lies in a folder of temporary files. */
final class Leftovers {
    private Leftovers() {}

    /** How many files and folders lie right there. */
    static int in(Path temporary) {
        try (Stream<Path> all = Files.list(temporary)) {
            return (int) all.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
