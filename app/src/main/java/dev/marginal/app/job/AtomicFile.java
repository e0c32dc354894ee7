package dev.marginal.app.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file at once: a reader, or a crash, finds the old one or the new one, whole. */
final class AtomicFile {
    private AtomicFile() {}

    /** Whether a file is one in the making. */
    static boolean isAside(Path file) {
        return file.getFileName().toString().matches("\\..+\\.\\d+");
    }

    static void write(Path file, String text) throws IOException {
        Path aside =
                file.resolveSibling(
                        ".%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.writeString(aside, text);
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
