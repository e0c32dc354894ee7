package dev.marginal.app.job;

import dev.marginal.scenarios.StaleInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Whether files are wholly there. A file that was changed a moment ago is watched for that moment;
 * one that has come to rest must end as such files end: CSV with the end of a line, gzip with its
 * trailer, Parquet with its mark.
 *
 * @param moment how long a file must have been left alone
 */
record Wholeness(Clock clock, Duration moment, Pause pause) {
    private static final String PARQUET = "PAR1";

    /** What shows that a file was written to. */
    private record Look(long bytes, FileTime changed) {}

    /**
     * Looks at files, waiting once if any of them is young.
     *
     * @throws StaleInput if one is not wholly there
     */
    void require(List<Path> files) throws InterruptedException {
        try {
            requireAtRest(files);
            for (Path file : files) {
                requireEnd(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireAtRest(List<Path> files) throws IOException, InterruptedException {
        Map<Path, Look> young = new LinkedHashMap<>();
        for (Path file : files) {
            Look look = look(file);
            if (look.changed().toInstant().isAfter(clock.instant().minus(moment))) {
                young.put(file, look);
            }
        }
        if (young.isEmpty()) {
            return;
        }
        pause.pause(moment);
        for (Map.Entry<Path, Look> one : young.entrySet()) {
            if (!one.getValue().equals(look(one.getKey()))) {
                throw new StaleInput(
                        "%s is still being written: it changed while we looked. Nothing was planned. Maybe write to another name and rename it when it is whole."
                                .formatted(one.getKey()),
                        true);
            }
        }
    }

    private static Look look(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Look(attributes.size(), attributes.lastModifiedTime());
    }

    private static void requireEnd(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".parquet")) {
            require(PARQUET.equals(lastBytes(file, PARQUET.length())), file, "no Parquet footer");
        } else if (name.endsWith(".gz")) {
            require(gzipEndsLine(file), file, "no end of its last line");
        } else if (name.endsWith(".csv")) {
            require(endsLine(lastBytes(file, 1)), file, "no end of its last line");
        }
    }

    private static void require(boolean whole, Path file, String missing) {
        if (!whole) {
            throw new StaleInput(
                    "%s has %s: it looks half-written. Nothing was planned. Write it anew, whole; a whole CSV file ends with a line end."
                            .formatted(file, missing));
        }
    }

    private static boolean gzipEndsLine(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte last = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), buffer.length)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                last = buffer[read - 1];
            }
        } catch (EOFException | ZipException cutOff) {
            return false;
        }
        return last == '\n' || last == '\r';
    }

    private static boolean endsLine(String end) {
        return end.equals("\n") || end.equals("\r");
    }

    private static String lastBytes(Path file, int count) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(count, bytes.length())];
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1);
        }
    }
}
