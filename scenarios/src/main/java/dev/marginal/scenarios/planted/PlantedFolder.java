package dev.marginal.scenarios.planted;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.PartialFolder;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of planted files, which is there whole or not at all. */
final class PlantedFolder {
    private PlantedFolder() {}

    /** Writes all files of a folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /**
     * Has a folder filled aside, and renames it.
     *
     * @throws BadInput if something is there already
     * @throws UncheckedIOException if the disk is full, say; then nothing is there
     */
    static void fill(Path folder, Filling filling) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            requireFree(folder, target);
            try (PartialFolder draft = PartialFolder.beside(target)) {
                filling.into(draft.path());
                if (!draft.publishAs(target)) {
                    throw taken(folder);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s; nothing of it was left".formatted(folder, broken),
                    broken);
        }
    }

    private static void requireFree(Path folder, Path target) throws IOException {
        if (target.equals(Path.of("").toAbsolutePath())) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is the folder you are in, which no other can take the place of",
                            "Give the name of a new folder."));
        }
        if (Files.exists(target) && !isEmpty(target)) {
            throw taken(folder);
        }
    }

    private static boolean isEmpty(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
    }

    private static BadInput taken(Path folder) {
        return new BadInput(
                Problem.of(
                        folder.toString(),
                        "is there already and not an empty folder; nothing was written",
                        "Give an empty or new folder."));
    }
}
