package dev.marginal.tables.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens the bytes of a CSV file: unpacked, and without the byte order mark. */
final class CsvBytes {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;

    private CsvBytes() {}

    static InputStream open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return withoutMark(isPacked(path) ? new GZIPInputStream(file, BUFFER) : file);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    static boolean isPacked(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes, BUFFER);
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
        return in;
    }
}
