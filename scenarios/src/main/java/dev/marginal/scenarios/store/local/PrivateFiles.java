package dev.marginal.scenarios.store.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, since they tell of people; durable when asked to be. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** A folder and those above it. */
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
    }

    /** An empty file, or the file that is there. */
    public static Path create(Path file) throws IOException {
        try {
            return Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException there) {
            return file;
        }
    }

    /** Takes a file away from all but its owner. */
    public static void keepPrivate(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Puts these bytes in the place of a file at once. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.write(create(part), bytes);
        move(part, file);
    }

    /** Puts a file, whole and durable, in the place of another. */
    public static void move(Path part, Path file) throws IOException {
        Durable.force(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(file.toAbsolutePath().getParent());
    }

    private static FileAttribute<?>[] permissions(String words) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(words))
                }
                : new FileAttribute<?>[0];
    }
}
