package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one data set's files, predictions and measurements are kept.
 *
 * @param root of everything that is kept
 * @param set name of the data set
 */
record Kept(Path root, String set) {
    /** The splits, as every contender reads them. */
    Path data() {
        return root.resolve("data").resolve(set);
    }

    /** What all contenders found. */
    Path found() {
        return root.resolve("found").resolve(set);
    }

    Path found(String contender) {
        return found().resolve(contender);
    }

    /** A contender's predictions of a split. */
    Path prediction(String contender, long split) {
        return found(contender).resolve(split + ".f64");
    }

    /** What a contender's split took; there once it is complete. */
    Facts effort(String contender, long split) {
        return new Facts(found(contender).resolve(split + ".tsv"));
    }

    /** What a library's own metrics say of a contender's predictions. */
    Facts metrics(String library, String contender, long split) {
        return new Facts(found(contender).resolve(library + "." + split + ".tsv"));
    }

    /** Why a contender was given up; empty unless it was. */
    String trouble(String contender) {
        Path file = found(contender).resolve("trouble.txt");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a contender up for good: it is not tried again before this is removed. */
    void giveUp(String contender, String why) {
        try {
            Files.createDirectories(found(contender));
            Files.writeString(found(contender).resolve("trouble.txt"), why + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
