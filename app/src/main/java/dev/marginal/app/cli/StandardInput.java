package dev.marginal.app.cli;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is piped into a command, which {@code -} stands for where a command reads it.
 *
 * @param typed whether it is a terminal, where nothing is piped in
 */
record StandardInput(InputStream bytes, boolean typed) {
    /** What messages call it. */
    static final String NAME = "the standard input";

    /** What is told where a file is needed. */
    static final String NO_FILE =
            "'-' would be the standard input, which is read by 'what-if CAMPAIGN_FILE -' and 'log import -' alone."
                    + " A campaign file names its tables from its own folder, and tables are read more than once: give the name of a file";

    private static final String SIGN = "-";
    private static final int MOST_TEXT = 4 << 20;
    private static final int[] GZIP = {0x1f, 0x8b};

    /** Java cannot tell whether somebody types; {@code ./marginal} can, and says so. */
    private static final String TYPED = "marginal.typed";

    static StandardInput ofProcess() {
        return new StandardInput(System.in, Boolean.getBoolean(TYPED));
    }

    /** Whether a path stands for it. */
    static boolean isMeant(Path path) {
        return path.toString().equals(SIGN);
    }

    /** What messages call a file, or this. */
    static String name(Path path) {
        return isMeant(path) ? NAME : path.toString();
    }

    /**
     * All of it, as text of at most 4 MiB.
     *
     * @throws BadInput if nothing is piped in, or too much, or no text
     */
    String text() {
        byte[] all = read(MOST_TEXT + 1);
        if (all.length > MOST_TEXT) {
            throw refused("is longer than 4 MiB", "Give less, or the name of a file.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
        } catch (CharacterCodingException notText) {
            throw refused("must be UTF-8 text", "Convert it and try again.");
        }
    }

    /**
     * All of it, as a table in a folder.
     *
     * @return the file, whose name says whether it is compressed
     * @throws BadInput if nothing is piped in
     */
    Path table(Path folder) {
        byte[] begin = read(GZIP.length);
        boolean packed =
                begin.length == GZIP.length
                        && (begin[0] & 0xff) == GZIP[0]
                        && (begin[1] & 0xff) == GZIP[1];
        Path file = folder.resolve("standard-input.csv" + (packed ? ".gz" : ""));
        try (var out = Files.newOutputStream(file)) {
            out.write(begin);
            bytes.transferTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file;
    }

    private byte[] read(int most) {
        if (typed) {
            throw refused(
                    "is a terminal: nothing is piped in",
                    "Pipe a file into the command, or give the file's name in the place of '-'.");
        }
        try {
            byte[] read = bytes.readNBytes(most);
            if (read.length == 0) {
                throw refused("is empty", "See whether what is piped in says anything.");
            }
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BadInput refused(String what, String advice) {
        return new BadInput(Problem.of(NAME, what, advice));
    }

    /** Of a file that may be piped in. */
    static final class OrFile implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            return Path.of(text);
        }
    }

    /** Of a file that may not. */
    static final class NoFile implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.equals(SIGN)) {
                throw new TypeConversionException(NO_FILE);
            }
            return Path.of(text);
        }
    }
}
