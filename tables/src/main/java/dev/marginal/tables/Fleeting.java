package dev.marginal.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that must not outlive its process: gone with all that is in it when it is closed, and
 * also when the process is told to end (SIGINT, SIGTERM) while it is open. Only a kill leaves it.
 */
public final class Fleeting implements AutoCloseable {
    private static final Set<Path> OPEN = new HashSet<>();
    private static final int TRIES = 100;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Fleeting::deleteAll, "fleeting folders"));
    }

    private final Path path;

    /** A folder that is there already. */
    public Fleeting(Path path) {
        this.path = path.toAbsolutePath();
        synchronized (OPEN) {
            OPEN.add(this.path);
        }
    }

    /** A new, empty one among the machine's temporary files. */
    public static Fleeting temporary(String prefix) throws IOException {
        return new Fleeting(Files.createTempDirectory(prefix));
    }

    public Path path() {
        return path;
    }

    /**
     * Renames it in one step, so that it stays; but never once the process has been told to end,
     * when some of it may be gone already.
     */
    public void moveTo(Path target) throws IOException {
        synchronized (OPEN) {
            if (!OPEN.contains(path)) {
                throw new IOException("the process was told to end");
            }
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            OPEN.remove(path);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            if (OPEN.remove(path)) {
                delete(path);
            }
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void delete(Path folder) throws IOException {
        for (Path file : deepestFirst(folder)) {
            Files.deleteIfExists(file);
        }
    }

    static List<Path> deepestFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Others may be writing still, so that a folder is full again just before it would go. */
    private static void deleteAll() {
        synchronized (OPEN) {
            for (Path path : OPEN) {
                for (int tries = 0; tries < TRIES && Files.exists(path); tries++) {
                    try {
                        delete(path);
                    } catch (IOException | UncheckedIOException stillWritten) {
                        Thread.yield();
                    }
                }
            }
            OPEN.clear();
        }
    }
}
