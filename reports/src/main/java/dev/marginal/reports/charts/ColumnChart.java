package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups side by side: a column for what happened in each, and lines over the columns for what was
 * said of them before.
 *
 * @param across what the groups are
 * @param groups their names
 * @param columns as high as the numbers, one for each group
 * @param lines each with a number for each group
 */
public record ColumnChart(String across, List<String> groups, Series columns, List<Series> lines)
        implements Chart.Drawing {
    private static final double HEIGHT = 220;
    private static final double LEFT = 56;
    private static final double RIGHT = 8;
    private static final double AFTER_LEGEND = 10;
    private static final double COLUMN = 0.66;

    public ColumnChart {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /** Numbers with their name. */
    public record Series(String name, Ink ink, Stroke stroke, List<Double> heights) {
        public Series {
            heights = List.copyOf(heights);
        }
    }

    @Override
    public double draw(Svg svg, double width) {
        double top = Legend.draw(svg, keys(), width) + AFTER_LEGEND;
        Scale x = new Scale(0, groups.size(), LEFT, width - RIGHT);
        Scale y = y(top);
        new Frame(x, y).rows(svg);
        for (int group = 0; group < groups.size(); group++) {
            column(svg, x, y, group);
        }
        lines.forEach(line -> line(svg, x, y, line));
        double below = names(svg, x, y.start() + 16);
        svg.text(x.end(), below + 4, across, Type.SOFT, Anchor.END);
        return below + 12;
    }

    private static double wide(Scale x) {
        return x.at(1) - x.at(0);
    }

    private void column(Svg svg, Scale x, Scale y, int group) {
        double wide = wide(x) * COLUMN;
        double left = x.at(group + 0.5) - wide / 2;
        double end = y.at(columns.heights().get(group));
        double foot = y.at(0);
        svg.box(left, Math.min(end, foot), wide, Math.abs(foot - end), Ink.WASH, 1);
        svg.line(left, end, left + wide, end, columns.stroke().pen(columns.ink()));
    }

    private static void line(Svg svg, Scale x, Scale y, Series line) {
        List<double[]> points =
                IntStream.range(0, line.heights().size())
                        .mapToObj(
                                group ->
                                        new double[] {
                                            x.at(group + 0.5), y.at(line.heights().get(group))
                                        })
                        .toList();
        svg.path(points, line.stroke().pen(line.ink()));
        points.forEach(point -> svg.dot(point[0], point[1], 3.5, line.ink()));
    }

    /** The groups' names; returns where a line below them stands. */
    private double names(Svg svg, Scale x, double first) {
        int most = 1;
        for (int group = 0; group < groups.size(); group++) {
            List<String> lines = Lettering.lines(groups.get(group), Type.SOFT, wide(x) - 4);
            svg.lines(x.at(group + 0.5), first, lines, Type.SOFT, Anchor.MIDDLE);
            most = Math.max(most, lines.size());
        }
        return first + most * Svg.height(Type.SOFT);
    }

    private List<Legend.Key> keys() {
        return Stream.concat(Stream.of(columns), lines.stream())
                .map(one -> new Legend.Key(Legend.Mark.of(one.stroke()), one.ink(), one.name()))
                .toList();
    }

    private Scale y(double top) {
        double[] all =
                Stream.concat(Stream.of(columns), lines.stream())
                        .flatMapToDouble(
                                one -> one.heights().stream().mapToDouble(Double::doubleValue))
                        .toArray();
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(all).max().orElse(1));
        return Scale.over(low, high + (high - low) * 0.05, top + HEIGHT, top);
    }
}
