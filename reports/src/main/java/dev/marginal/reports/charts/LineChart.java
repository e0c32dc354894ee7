package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Lines with their bands over one horizontal axis, in one panel or several above each other, with
 * lines across all of them at numbers that matter.
 *
 * @param across what the horizontal axis counts
 * @param panels from the top
 * @param landmarks by their place, at most one in bold
 */
public record LineChart(String across, List<Panel> panels, List<Landmark> landmarks)
        implements Chart.Drawing {
    private static final double LEFT = 66;
    private static final double RIGHT = 22;
    private static final double TITLE = 40;
    private static final double NAMES = 18;
    private static final int MOST_DOTS = 60;

    public LineChart {
        panels = List.copyOf(panels);
        landmarks = landmarks.stream().sorted(Comparator.comparingDouble(Landmark::at)).toList();
    }

    /**
     * Lines over one vertical axis.
     *
     * @param title empty for none
     * @param even a height at which a dotted line lies; {@code NaN} for none
     */
    public record Panel(String title, double height, List<Line> lines, double even) {}

    /**
     * A number on the horizontal axis that matters.
     *
     * @param isBold whether it is the one to look at, where lines get a dot
     */
    public record Landmark(double at, String words, boolean isBold) {}

    @Override
    public double draw(Svg svg, double width) {
        double top = Legend.draw(svg, keys(), width) + 8;
        double from = top + NAMES * landmarks.size();
        Scale x = Scale.over(0, most(), LEFT, width - RIGHT);
        List<Frame> frames = new ArrayList<>();
        for (Panel panel : panels) {
            from += panel.title().isEmpty() ? 0 : TITLE;
            frames.add(new Frame(x, y(panel, from)));
            from += panel.height();
        }
        frames.forEach(frame -> frame.rows(svg));
        frames.forEach(frame -> landmarks(svg, frame));
        names(svg, x, top, width);
        for (int panel = 0; panel < frames.size(); panel++) {
            draw(svg, panels.get(panel), frames.get(panel));
        }
        Frame last = frames.get(frames.size() - 1);
        last.numbersBelow(svg);
        last.titleBelow(svg, across);
        return from + 44;
    }

    private void draw(Svg svg, Panel panel, Frame frame) {
        double above = frame.y().end() - 14;
        svg.text(0, above, panel.title(), Type.PLAIN, Anchor.START);
        if (!Double.isNaN(panel.even())) {
            double even = frame.y().at(panel.even());
            svg.line(frame.x().start(), even, frame.x().end(), even, new Pen(Ink.SOFT, 1, "2 3"));
        }
        panel.lines().forEach(line -> band(svg, line, frame));
        panel.lines().forEach(line -> line(svg, line, frame));
        landmarks.stream()
                .filter(Landmark::isBold)
                .forEach(mark -> dot(svg, panel.lines().get(0), mark.at(), frame));
    }

    private static void band(Svg svg, Line line, Frame frame) {
        if (line.band().isEmpty()) {
            return;
        }
        List<double[]> shape = new ArrayList<>();
        line.band().forEach(one -> shape.add(place(frame, one[0], one[2])));
        for (int point = line.band().size() - 1; point >= 0; point--) {
            double[] one = line.band().get(point);
            shape.add(place(frame, one[0], one[1]));
        }
        svg.area(shape, Ink.WASH, 0.8);
    }

    private static void line(Svg svg, Line line, Frame frame) {
        List<double[]> points =
                line.points().stream().map(one -> place(frame, one[0], one[1])).toList();
        svg.path(points, line.stroke().pen(line.ink()));
        if (line.stroke() == Stroke.WHOLE && points.size() <= MOST_DOTS) {
            points.forEach(point -> svg.dot(point[0], point[1], 3, line.ink()));
        }
    }

    /** The first line's point at a place. */
    private static void dot(Svg svg, Line line, double at, Frame frame) {
        line.points().stream()
                .min(Comparator.comparingDouble(point -> Math.abs(point[0] - at)))
                .ifPresent(
                        point ->
                                svg.dot(
                                        frame.x().at(point[0]),
                                        frame.y().at(point[1]),
                                        6.5,
                                        line.ink()));
    }

    /** Where they cross a panel. */
    private void landmarks(Svg svg, Frame frame) {
        for (Landmark mark : landmarks) {
            double at = frame.x().at(mark.at());
            svg.line(at, frame.y().end(), at, frame.y().start(), pen(mark));
        }
    }

    /** A name of each in a row of its own, on the side of its line where there is room. */
    private void names(Svg svg, Scale x, double top, double width) {
        double bottom = top + NAMES * landmarks.size();
        for (int row = 0; row < landmarks.size(); row++) {
            double at = x.at(landmarks.get(row).at());
            svg.line(at, top + NAMES * row, at, bottom, pen(landmarks.get(row)));
        }
        for (int row = 0; row < landmarks.size(); row++) {
            Landmark mark = landmarks.get(row);
            Type type = mark.isBold() ? Type.STRONG : Type.SOFT;
            double wide = Lettering.width(mark.words(), type);
            double right = x.at(mark.at()) + 6;
            double from =
                    right + wide <= width
                            ? right
                            : Math.max(0, Math.min(right - 12 - wide, width - wide));
            double upper = top + NAMES * row;
            svg.box(from - 2, upper, wide + 4, NAMES - 4, Ink.PAPER, 1);
            svg.text(from, upper + 10, mark.words(), type, Anchor.START);
        }
    }

    private static Pen pen(Landmark mark) {
        return mark.isBold() ? new Pen(Ink.NOW, 1, "") : Pen.MARK;
    }

    private List<Legend.Key> keys() {
        List<Legend.Key> keys = new ArrayList<>();
        for (Line line : panels.stream().flatMap(panel -> panel.lines().stream()).toList()) {
            if (!line.name().isEmpty()) {
                keys.add(new Legend.Key(Legend.Mark.of(line.stroke()), line.ink(), line.name()));
            }
            if (!line.band().isEmpty()) {
                keys.add(new Legend.Key(Legend.Mark.BAND, Ink.WASH, "95 % interval"));
            }
        }
        return keys;
    }

    private double most() {
        return DoubleStream.concat(
                        landmarks.stream().mapToDouble(Landmark::at),
                        panels.stream()
                                .flatMap(panel -> panel.lines().stream())
                                .flatMap(line -> line.points().stream())
                                .mapToDouble(point -> point[0]))
                .max()
                .orElse(1);
    }

    private static Scale y(Panel panel, double top) {
        double[] heights =
                Stream.concat(
                                panel.lines().stream().flatMap(line -> line.points().stream()),
                                panel.lines().stream().flatMap(line -> line.band().stream()))
                        .flatMapToDouble(one -> DoubleStream.of(one).skip(1))
                        .toArray();
        double even = Double.isNaN(panel.even()) ? 0 : panel.even();
        double low = Math.min(0, DoubleStream.of(heights).min().orElse(0));
        double high = Math.max(even, DoubleStream.of(heights).max().orElse(1));
        return Scale.over(low, high + (high - low) * 0.05, top + panel.height(), top);
    }

    private static double[] place(Frame frame, double x, double y) {
        return new double[] {frame.x().at(x), frame.y().at(y)};
    }
}
