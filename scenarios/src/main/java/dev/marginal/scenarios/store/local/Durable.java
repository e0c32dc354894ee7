package dev.marginal.scenarios.store.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that outlive the power. */
public final class Durable {
    /** How names of files end that are not whole yet. */
    public static final String TEMPORARY = ".new";

    private Durable() {}

    /**
     * Makes {@code bytes} the file {@code target}, whole and durable, unless something is there.
     * The name appears by a hard link, which fails where a name exists; so of several processes
     * that try at once exactly one succeeds.
     *
     * @return whether this call made the file
     */
    public static boolean create(Path target, byte[] bytes) throws IOException {
        Path temporary = target.resolveSibling("." + UUID.randomUUID() + TEMPORARY);
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
            force(temporary);
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (NoSuchFileException sweptAway) {
            return create(target, bytes);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(target.getParent());
        return true;
    }

    /** Makes a folder and all above it durable. */
    public static void createFolders(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (Files.isDirectory(folder) || above == null) {
            return;
        }
        createFolders(above);
        Files.createDirectories(folder);
        force(above);
    }

    /** Makes every byte in a folder durable. */
    public static void forceAll(Path folder) throws IOException {
        for (Path file : deepestFirst(folder)) {
            force(file);
        }
    }

    /** Makes a file, or the names in a folder, durable. */
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a folder with all that is in it, if it is there; others may be deleting it, too. */
    public static void delete(Path folder) throws IOException {
        try {
            for (Path file : deepestFirst(folder)) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException seen) {
            if (!(seen.getCause() instanceof NoSuchFileException)) {
                throw seen.getCause();
            }
            delete(folder);
        } catch (NoSuchFileException gone) {
            delete(folder);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
