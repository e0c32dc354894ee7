package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take, and where they go on in a new line. No font is asked, as a machine may
 * have none and the next one others: widths are those of DejaVu Sans, which is wider than most, so
 * that words have room in any.
 */
final class Lettering {
    private static final double BOLD = 1.13;
    private static final String THIN = "ijlI.,:;'|! ";
    private static final String SLIM = "frt()[]{}/\\-\"";
    private static final String FAT = "mwMW@%&";
    private static final String PAUSES = " -_/|+";
    private static final int SYLLABLES = 0x2E80;
    private static final int PICTURES = 0x1F000;
    private static final int JOINER = 0x200D;
    private static final int FIRST_TONE = 0x1F3FB;
    private static final int LAST_TONE = 0x1F3FF;

    private Lettering() {}

    /** At most how wide a text will be, in pixels. */
    static double width(String words, Type type) {
        return words.codePoints().mapToDouble(Lettering::width).sum()
                * type.size()
                * (type.bold() ? BOLD : 1);
    }

    /**
     * The words in as many lines as they need, none wider than {@code room}: broken after a pause
     * where there is one, else inside a word. Nothing is left out but spaces at the end of a line.
     */
    static List<String> lines(String words, Type type, double room) {
        List<String> lines = new ArrayList<>();
        String left = words.strip();
        while (width(left, type) > room) {
            int end = end(left, type, room);
            lines.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
        }
        if (!left.isEmpty() || lines.isEmpty()) {
            lines.add(left);
        }
        return lines;
    }

    /** Where the first line ends: at least one letter is on it. */
    private static int end(String words, Type type, double room) {
        int fits = next(words, 0);
        int pause = 0;
        for (int end = fits; end < words.length(); end = next(words, end)) {
            if (width(words.substring(0, end).stripTrailing(), type) > room) {
                break;
            }
            fits = end;
            if (PAUSES.indexOf(words.charAt(end - 1)) >= 0) {
                pause = end;
            }
        }
        return pause > 0 ? pause : fits;
    }

    /** The end of the letter that begins at {@code from}, with all that is written onto it. */
    private static int next(String words, int from) {
        int end = words.offsetByCodePoints(from, 1);
        while (end < words.length() && belongs(words, end)) {
            end = words.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean belongs(String words, int at) {
        int one = words.codePointAt(at);
        return isOntoAnother(one) || one == JOINER || words.codePointBefore(at) == JOINER;
    }

    private static boolean isOntoAnother(int one) {
        int type = Character.getType(one);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || one >= FIRST_TONE && one <= LAST_TONE;
    }

    /** In sizes of the type. */
    private static double width(int one) {
        if (isOntoAnother(one)) {
            return 0;
        }
        if (one >= SYLLABLES) {
            return one >= PICTURES ? 1.3 : 1.05;
        }
        if (THIN.indexOf(one) >= 0) {
            return 0.34;
        }
        if (SLIM.indexOf(one) >= 0) {
            return 0.43;
        }
        if (FAT.indexOf(one) >= 0) {
            return 1;
        }
        return one > 'Z' && one <= 'z' || one >= '0' && one <= '9' ? 0.64 : 0.77;
    }
}
