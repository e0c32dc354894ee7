package dev.marginal.scenarios.store.sendlog;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a CSV file holds, packed or not, by which it is known again under any name.
 *
 * @param sha256 of its unpacked bytes
 * @param lines how many line ends it has
 * @param ended whether the last line has its end; a file that is still being written mostly has not
 */
record CsvStamp(String sha256, long lines, boolean ended) {
    private static final int BUFFER = 1 << 16;

    /**
     * Reads a file's bytes.
     *
     * @throws BadInput if they cannot be read
     */
    static CsvStamp of(Path file) {
        String name = file.toString();
        MessageDigest digest = newDigest();
        try (LineEnds in = new LineEnds(new DigestInputStream(open(file), digest))) {
            in.transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(digest.digest());
            return new CsvStamp(hash, in.lines, in.last == '\n');
        } catch (NoSuchFileException missing) {
            throw new BadInput(Problem.of(name, "must exist", "There is no such file."));
        } catch (ZipException | EOFException broken) {
            throw new BadInput(
                    Problem.of(
                            name,
                            "must be a whole gzip file",
                            "Maybe it is still being written; import it again when it is whole."));
        } catch (IOException broken) {
            throw new BadInput(Problem.of(name, "must be a file that can be read", ""));
        }
    }

    /**
     * Checks that a file is still what it was.
     *
     * @throws BadInput if it changed
     */
    void requireUnchanged(Path file) {
        if (!of(file).sha256.equals(sha256)) {
            throw new BadInput(
                    Problem.of(
                            file.toString(),
                            "must not change while it is read",
                            "Nothing was added. Import it again when it is whole."));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                    ? new GZIPInputStream(in, BUFFER)
                    : in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Counts the line ends that pass. */
    private static final class LineEnds extends FilterInputStream {
        private long lines;
        private int last;

        LineEnds(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
            last = read > 0 ? bytes[offset + read - 1] : last;
            return read;
        }
    }
}
