package dev.marginal.app.cli;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Reads a secret from a file that nobody else may read. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    static String read(Path file) {
        try {
            requirePrivate(file);
            String key = Files.readString(file).strip();
            if (key.isEmpty() || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
                throw problem(file, "must hold the key and nothing else", "");
            }
            return key;
        } catch (IOException unreadable) {
            throw problem(file, "must be a file that can be read", "");
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw problem(
                    file, "must be readable by you alone", "Run: chmod 600 %s".formatted(file));
        }
    }

    private static BadInput problem(Path file, String expectation, String advice) {
        return new BadInput(Problem.of("--key-file " + file, expectation, advice));
    }
}
