package dev.marginal.app.cli;

import java.util.ArrayList;
import java.util.List;

/** A little colour where a terminal shows it: headings stand out, and so does trouble. */
enum Ink {
    /** Plain text. */
    NONE("", "", ""),
    /** By the escape sequences that every terminal knows. */
    ANSI("\033[1m", "\033[1;31m", "\033[0m");

    private static final String PROPERTY = "marginal.ink";

    private final String bold;
    private final String red;
    private final String end;

    Ink(String bold, String red, String end) {
        this.bold = bold;
        this.red = red;
        this.end = end;
    }

    /** The ink of a stream, which is named in a system property if it goes to a terminal. */
    static Ink of(String stream) {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = noColour == null || noColour.isEmpty();
        return wanted && System.getProperty(PROPERTY, "").contains(stream) ? ANSI : NONE;
    }

    /** A text whose first line tells of trouble. */
    String trouble(String text) {
        int end = text.indexOf('\n');
        return end < 0
                ? red + text + this.end
                : red + text.substring(0, end) + this.end + text.substring(end);
    }

    /** A page whose headings stand out: lines at the margin with indented lines below. */
    String headings(String page) {
        if (this == NONE) {
            return page;
        }
        List<String> lines = page.lines().toList();
        List<String> inked = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean heads =
                    !line.isEmpty()
                            && line.charAt(0) != ' '
                            && at + 1 < lines.size()
                            && lines.get(at + 1).startsWith("  ");
            inked.add(heads ? bold + line + end : line);
        }
        return String.join("\n", inked);
    }
}
