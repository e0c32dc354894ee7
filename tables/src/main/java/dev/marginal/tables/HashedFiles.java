package dev.marginal.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a folder, each known by the hash of its bytes, so that a change is noticed.
 *
 * @param advice the next step for whoever finds one of them missing or changed, as a sentence
 */
public record HashedFiles(Path folder, String advice) {
    /**
     * A file of the folder.
     *
     * @param sha256 of its bytes, in hex
     */
    public record Hashed(String file, String sha256) {}

    /** Writes a file. */
    public Hashed write(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
        return new Hashed(file, Fingerprint.of(bytes));
    }

    /**
     * The bytes that were written.
     *
     * @throws BadInput if the file is missing, or other bytes stand in it now
     */
    public byte[] unchanged(Hashed file) {
        byte[] bytes = bytes(file.file());
        if (!Fingerprint.of(bytes).equals(file.sha256())) {
            throw refused(file.file(), "was changed after it was written");
        }
        return bytes;
    }

    /**
     * The bytes that stand there, whoever wrote them.
     *
     * @throws BadInput if the file is missing, or not of this folder
     */
    public byte[] bytes(String file) {
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            throw refused(file, "is missing");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** The refusal of a file, to be thrown. */
    public BadInput refused(String file, String what) {
        return new BadInput(Problem.of(name(file), what, advice));
    }

    /** How messages call a file. */
    public String name(String file) {
        return folder.resolve(file).toString();
    }
}
