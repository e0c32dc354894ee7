package dev.marginal.reports.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing in the making. Words are escaped; coordinates have one digit after the point. */
final class Svg {
    /** Where a text stands from its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Size in pixels, colour and weight of a text. */
    record Type(double size, Ink ink, boolean bold) {
        static final Type SOFT = new Type(12, Ink.SOFT, false);
        static final Type PLAIN = new Type(12, Ink.INK, false);
        static final Type STRONG = new Type(13, Ink.INK, true);
        static final Type TITLE = new Type(17, Ink.INK, true);
    }

    /** How a line is drawn; {@code dash} is empty for a whole one. */
    record Pen(Ink ink, double width, String dash) {
        static final Pen GRID = new Pen(Ink.RULE, 1, "");
        static final Pen ZERO = new Pen(Ink.EDGE, 1, "");
        static final Pen MARK = new Pen(Ink.SOFT, 1, "2 3");
    }

    /** From line to line, in sizes of the type. */
    private static final double LINE = 1.25;

    private final Look look;
    private final StringBuilder body = new StringBuilder();

    Svg(Look look) {
        this.look = look;
    }

    void line(double x1, double y1, double x2, double y2, Pen pen) {
        add("<line x1='%s' y1='%s' x2='%s' y2='%s'%s/>", at(x1), at(y1), at(x2), at(y2), of(pen));
    }

    /** Straight lines from point to point. */
    void path(List<double[]> points, Pen pen) {
        add("<path d='%s' fill='none' stroke-linejoin='round'%s/>", steps(points), of(pen));
    }

    /** A closed shape. */
    void area(List<double[]> points, Ink fill, double opacity) {
        add(
                "<path d='%sZ' fill='%s' fill-opacity='%s'/>",
                steps(points), fill.of(look), number(opacity));
    }

    void box(double x, double y, double width, double height, Ink fill, double opacity) {
        add(
                "<rect x='%s' y='%s' width='%s' height='%s' rx='2' fill='%s' fill-opacity='%s'/>",
                at(x), at(y), at(Math.max(0, width)), at(height), fill.of(look), number(opacity));
    }

    /** A filled dot with a rim of the paper's colour. */
    void dot(double x, double y, double radius, Ink fill) {
        circle(x, y, radius, fill, Ink.PAPER, 1.5);
    }

    /** A ring, filled with the paper's colour. */
    void ring(double x, double y, double radius, Ink rim) {
        circle(x, y, radius, Ink.PAPER, rim, 2);
    }

    void text(double x, double y, String words, Type type, Anchor anchor) {
        add(
                "<text x='%s' y='%s' font-size='%s' fill='%s'%s text-anchor='%s'>%s</text>",
                at(x),
                at(y),
                number(type.size()),
                type.ink().of(look),
                type.bold() ? " font-weight='600'" : "",
                anchor.name().toLowerCase(Locale.ROOT),
                Escaped.of(words));
    }

    /** Lines below each other; {@code y} is the first one's. */
    void lines(double x, double y, List<String> lines, Type type, Anchor anchor) {
        for (int line = 0; line < lines.size(); line++) {
            text(x, y + line * height(type), lines.get(line), type, anchor);
        }
    }

    /** From one line of this type to the next. */
    static double height(Type type) {
        return type.size() * LINE;
    }

    /** What has been drawn. */
    String body() {
        return body.toString();
    }

    private void circle(double x, double y, double radius, Ink fill, Ink rim, double width) {
        add(
                "<circle cx='%s' cy='%s' r='%s' fill='%s' stroke='%s' stroke-width='%s'/>",
                at(x), at(y), at(radius), fill.of(look), rim.of(look), number(width));
    }

    private String of(Pen pen) {
        return " stroke='%s' stroke-width='%s'%s"
                .formatted(
                        pen.ink().of(look),
                        number(pen.width()),
                        pen.dash().isEmpty() ? "" : " stroke-dasharray='" + pen.dash() + "'");
    }

    private static String steps(List<double[]> points) {
        return points.stream()
                .map(point -> at(point[0]) + " " + at(point[1]))
                .collect(Collectors.joining("L", "M", ""));
    }

    private void add(String markup, Object... values) {
        body.append(String.format(Locale.ROOT, markup, values)).append('\n');
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place + 0.0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
