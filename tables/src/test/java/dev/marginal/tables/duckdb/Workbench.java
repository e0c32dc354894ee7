package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder of small files, and readings of them. */
record Workbench(Path folder) {
    static final Layout ANY = new Layout(List.of(), List.of(), Layout.Others.FEATURES);

    static Layout features(Field... fields) {
        return new Layout(List.of(fields), List.of(), Layout.Others.FEATURES);
    }

    static Layout only(Field... fields) {
        return new Layout(List.of(fields), List.of(), Layout.Others.REFUSED);
    }

    Path put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path put(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path putPacked(String name, String text) {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    Table read(String pattern, Layout layout) {
        return new DuckDbReader().read(new Source.Files(folder, pattern), layout);
    }

    Table query(String sql, Layout layout) {
        return new DuckDbReader().read(new Source.Query(folder, "history.sql", sql), layout);
    }

    /** The sentences of all problems of a file of this text. */
    List<String> problems(String text, Layout layout) {
        put("h.csv", text);
        return problemsOf("h.csv", layout);
    }

    List<String> problemsOf(String pattern, Layout layout) {
        return sentences(catchThrowableOfType(BadInput.class, () -> read(pattern, layout)));
    }

    List<String> problemsOfQuery(String sql, Layout layout) {
        return sentences(catchThrowableOfType(BadInput.class, () -> query(sql, layout)));
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<String> sentences(BadInput found) {
        return found == null
                ? List.of()
                : found.problems().stream().map(Problem::toString).toList();
    }
}
