package dev.marginal.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntConsumer;

/**
 * SHA-256 of data, so that a model or plan can say what it was made from. Equal contents give equal
 * fingerprints on every machine.
 */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;
    private static final int WIDEST = Long.BYTES;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private Fingerprint() {}

    /**
     * The fingerprint of a table's rows and columns: names, kinds, dictionaries and values in their
     * order. Its origin does not count.
     *
     * @return 64 hexadecimal digits
     */
    public static String of(Table table) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.putInt(table.rows());
        table.columns().forEach(fingerprint::putColumn);
        return fingerprint.hex();
    }

    /**
     * The fingerprint of a file's bytes, as {@code sha256sum} prints it.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The same of all bytes that a stream has left.
     *
     * @throws IOException if it cannot be read
     */
    public static String of(InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The fingerprint of bytes, as {@code sha256sum} prints it. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private void putColumn(Column column) {
        putText(column.name());
        putText(column.getClass().getSimpleName());
        if (column instanceof CategoryColumn category) {
            putInt(category.words().size());
            category.words().forEach(this::putText);
        }
        IntConsumer value = value(column);
        for (int row = 0; row < column.rows(); row++) {
            value.accept(row);
        }
    }

    private IntConsumer value(Column column) {
        if (column instanceof NumberColumn numbers) {
            return row -> putInt(Float.floatToIntBits(numbers.values()[row]));
        }
        if (column instanceof CategoryColumn categories) {
            return row -> putInt(categories.codes()[row]);
        }
        if (column instanceof AmountColumn amounts) {
            return row -> putLong(Double.doubleToLongBits(amounts.values()[row]));
        }
        if (column instanceof MoneyColumn money) {
            return row -> putLong(money.micros()[row]);
        }
        if (column instanceof InstantColumn instants) {
            return row -> putLong(instants.micros()[row]);
        }
        IdColumn ids = (IdColumn) column;
        return row -> putBytes(ids.bytes(row));
    }

    private void putInt(int value) {
        makeRoom();
        buffer.putInt(value);
    }

    private void putLong(long value) {
        makeRoom();
        buffer.putLong(value);
    }

    private void putText(String text) {
        putBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void putBytes(ByteBuffer bytes) {
        putInt(bytes.remaining());
        if (bytes.remaining() > buffer.remaining()) {
            flush();
        }
        if (bytes.remaining() > buffer.remaining()) {
            digest.update(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    private void makeRoom() {
        if (buffer.remaining() < WIDEST) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
