package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;

/** Markdown in the making. */
final class Card {
    private final StringBuilder text = new StringBuilder();

    void title(String title) {
        text.append("# ").append(plain(title)).append('\n');
    }

    void chapter(String title) {
        text.append(endsOpen() ? "## " : "\n## ").append(title).append("\n\n");
    }

    void paragraph(String words) {
        text.append(plain(words)).append("\n\n");
    }

    void item(String name, String words) {
        text.append("- **").append(name).append("**: ").append(plain(words)).append('\n');
    }

    /** The head of a table; rows follow. */
    void head(String... cells) {
        if (!endsOpen()) {
            text.append('\n');
        }
        row(cells);
        row(Collections.nCopies(cells.length, "---").toArray(String[]::new));
    }

    void row(String... cells) {
        text.append(
                Arrays.stream(cells)
                        .map(cell -> plain(cell).replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private boolean endsOpen() {
        return text.length() > 1 && text.substring(text.length() - 2).equals("\n\n");
    }

    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    /** A number as people read it. */
    static String number(double number) {
        return Double.isNaN(number) ? "not measurable" : format("%,.4f", number);
    }

    /** An estimate with its interval. */
    static String interval(Interval interval) {
        return Double.isNaN(interval.low())
                ? number(interval.estimate())
                : format(
                        "%,.4f (%,.4f to %,.4f)",
                        interval.estimate(), interval.low(), interval.high());
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Names come from files: none may begin a line of its own, or draw on the page. */
    private static String plain(String words) {
        return words.replaceAll("\\p{Cntrl}", " ").replace("<", "&lt;").replace("`", "'");
    }
}
