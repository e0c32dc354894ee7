package dev.marginal.benchmarks.reports;

import dev.marginal.tables.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a result into a document, between the marks of its kind. */
public final class Publication {
    /** A line of a result; what follows it stays in the result's own file. */
    public static final String REST = "<!-- what follows stays in the result file -->\n";

    private Publication() {}

    /**
     * Replaces what stands between {@code <!-- begin kind -->} and {@code <!-- end kind -->} by the
     * result, up to {@link #REST} if it has that line.
     *
     * @throws IllegalArgumentException if the document has no such marks
     */
    public static void publish(Path result, String kind, Path document) {
        try {
            String text = Files.readString(document);
            String begin = "<!-- begin %s -->\n".formatted(kind);
            int from = text.indexOf(begin) + begin.length();
            int to = text.indexOf("<!-- end %s -->".formatted(kind));
            Requires.require(
                    from >= begin.length() && to >= from,
                    "document",
                    document,
                    "marked for " + kind);
            String inner = Files.readString(result).split(REST)[0].replaceAll("(?m)^#", "###");
            Files.writeString(document, text.substring(0, from) + inner + text.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
