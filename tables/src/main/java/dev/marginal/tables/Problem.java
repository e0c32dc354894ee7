package dev.marginal.tables;

import java.io.Serializable;

/**
 * One thing wrong with an input, in the order a reader asks: where, what was found, what was
 * expected, what to do next.
 *
 * @param file the file or query, as the user calls it
 * @param line counted from 1, the header being line 1; 0 where the problem has no line
 * @param subject the column, key or thing at fault; empty for the file as a whole
 * @param value what was found; {@code null} where there is nothing to show
 * @param expectation a sentence without its full stop, such as {@code must be 0 or 1}
 * @param advice the next step as a sentence with its full stop; empty for none
 */
public record Problem(
        String file, long line, String subject, String value, String expectation, String advice)
        implements Serializable {
    private static final int LONGEST_VALUE = 60;

    public Problem {
        Requires.text(file, "file");
        Requires.text(expectation, "expectation");
        value = value == null ? null : printable(value);
    }

    /** A problem of a whole file. */
    public static Problem of(String file, String expectation, String advice) {
        return new Problem(file, 0, "", null, expectation, advice);
    }

    /**
     * The sentence without the file's name: {@code line 4812: converted (yes) must be 0 or 1. Maybe
     * map it.}
     */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        if (line > 0) {
            text.append("line ").append(line).append(": ");
        }
        if (!subject.isEmpty()) {
            text.append(subject).append(' ');
        }
        if (value != null) {
            text.append('(').append(value).append(") ");
        }
        text.append(expectation).append('.');
        return advice.isEmpty() ? text.toString() : text.append(' ').append(advice).toString();
    }

    @Override
    public String toString() {
        return line > 0 ? file + " " + sentence() : file + ": " + sentence();
    }

    /** Control characters would let a hostile file draw on the reader's terminal. */
    private static String printable(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
    }
}
