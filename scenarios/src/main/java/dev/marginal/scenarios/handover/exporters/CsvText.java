package dev.marginal.scenarios.handover.exporters;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes CSV: UTF-8, commas, LF, quotes as in RFC 4180 where they are needed.
 *
 * <p>Text that a spreadsheet would run as a formula, and text that begins with an apostrophe, gets
 * an apostrophe before it. Whoever reads the file takes one leading apostrophe off every text and
 * has what was written.
 */
final class CsvText implements Closeable {
    private static final String FORMULA = "=+-@\t\r\n\0'\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String QUOTED = ",;\"\r\n\t";

    private final BufferedWriter out;
    private final boolean spreadsheetSafe;
    private boolean first = true;

    CsvText(Path file, boolean spreadsheetSafe) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.spreadsheetSafe = spreadsheetSafe;
    }

    void header(List<String> names) throws IOException {
        for (String name : names) {
            raw(name);
        }
        end();
    }

    void text(String text) throws IOException {
        raw(spreadsheetSafe ? escaped(text) : text);
    }

    /** A number, which begins with a sign and stays one. */
    void number(String number) throws IOException {
        raw(number);
    }

    void time(OffsetDateTime time) throws IOException {
        raw(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }

    void end() throws IOException {
        out.write('\n');
        first = true;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static String escaped(String text) {
        return beginsLikeFormula(text) ? "'" + text : text;
    }

    static boolean beginsLikeFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private void raw(String cell) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write(quoted(cell));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(letter -> QUOTED.indexOf(letter) >= 0);
        boolean bare = cell.isEmpty() || cell.strip().length() == cell.length();
        return plain && bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
