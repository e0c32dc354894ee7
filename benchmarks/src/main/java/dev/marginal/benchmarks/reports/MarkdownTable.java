package dev.marginal.benchmarks.reports;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown; the first columns are words, aligned left, all others figures. */
public final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    /** A table with these columns. */
    public MarkdownTable(int words, String... columns) {
        lines.add(line(List.of(columns)));
        List<String> alignment = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            alignment.add(column < words ? "---" : "---:");
        }
        lines.add(line(alignment));
    }

    /** Adds a row, one text per column. */
    public void row(String... cells) {
        lines.add(line(List.of(cells)));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
