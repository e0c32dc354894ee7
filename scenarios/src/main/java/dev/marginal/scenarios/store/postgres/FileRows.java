package dev.marginal.scenarios.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/** Files as rows of {@code marginal.file} and, a megabyte each, of {@code marginal.chunk}. */
final class FileRows {
    private static final int CHUNK = 1 << 20;

    private final Transaction transaction;

    FileRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps a file's bytes; under which number. */
    long put(Path file) throws SQLException, IOException {
        long id =
                transaction
                        .one(
                                row -> row.getLong(1),
                                "INSERT INTO marginal.file (bytes, sha256) VALUES (0, '') RETURNING id")
                        .orElseThrow();
        MessageDigest digest = newDigest();
        long bytes = 0;
        int number = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] chunk = in.readNBytes(CHUNK);
                    chunk.length > 0;
                    chunk = in.readNBytes(CHUNK)) {
                transaction.change(
                        "INSERT INTO marginal.chunk VALUES (?, ?, ?)", id, number, chunk);
                digest.update(chunk);
                bytes += chunk.length;
                number++;
            }
        }
        transaction.change(
                "UPDATE marginal.file SET bytes = ?, sha256 = ? WHERE id = ?",
                bytes,
                HexFormat.of().formatHex(digest.digest()),
                id);
        return id;
    }

    /** Writes a kept file's bytes to a new file, and makes sure that they are those kept. */
    void get(long id, Path target) throws SQLException, IOException {
        MessageDigest digest = newDigest();
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            transaction.all(
                    row -> {
                        byte[] chunk = row.getBytes(1);
                        out.write(chunk);
                        digest.update(chunk);
                        return chunk.length;
                    },
                    "SELECT content FROM marginal.chunk WHERE file = ? ORDER BY number",
                    id);
        }
        String sha256 =
                transaction
                        .one(
                                row -> row.getString(1),
                                "SELECT sha256 FROM marginal.file WHERE id = ?",
                                id)
                        .orElse("");
        if (!Arrays.equals(HexFormat.of().parseHex(sha256), digest.digest())) {
            throw new SQLException("its file %d is not what was kept".formatted(id));
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
