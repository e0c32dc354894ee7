package dev.marginal.app.cli;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Reads secrets from a file that nobody else may read. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private static final int SHORTEST = 16;

    private KeyFile() {}

    /** The one key that it holds. */
    static String read(Path file) {
        String key = text(file).strip();
        if (!isKey(key)) {
            throw problem(file, "must hold the key and nothing else", "");
        }
        return key;
    }

    /** Its keys, one a line; a line that begins with # is for its readers. */
    static List<String> readAll(Path file) {
        List<String> keys =
                text(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
        boolean usable =
                !keys.isEmpty()
                        && keys.stream().allMatch(key -> isKey(key) && key.length() >= SHORTEST);
        if (!usable) {
            throw problem(
                    file,
                    "must hold a key a line, each of %d letters or more".formatted(SHORTEST),
                    "Make one: openssl rand -hex 32");
        }
        return keys;
    }

    private static boolean isKey(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    private static String text(Path file) {
        try {
            requirePrivate(file);
            return Files.readString(file);
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
