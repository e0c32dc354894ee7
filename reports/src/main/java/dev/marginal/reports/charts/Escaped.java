package dev.marginal.reports.charts;

/** Words as they may stand in HTML and SVG, inside a text or an attribute. */
public final class Escaped {
    private static final int FIRST_PRINTABLE = 0x20;

    private Escaped() {}

    /** The same words; characters that XML knows no way to write are left out. */
    public static String of(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.codePoints().filter(Escaped::isWritable).forEach(one -> append(escaped, one));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int one) {
        switch (one) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(one);
        }
    }

    private static boolean isWritable(int one) {
        boolean control = one < FIRST_PRINTABLE && one != '\t' && one != '\n' && one != '\r';
        boolean surrogate = one >= 0xD800 && one <= 0xDFFF;
        return !control && !surrogate && one != 0xFFFE && one != 0xFFFF && one != 0x7F;
    }
}
