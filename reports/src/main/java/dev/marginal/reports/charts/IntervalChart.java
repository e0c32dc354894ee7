package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Estimates with their intervals, a row each, over one axis.
 *
 * @param across what the axis counts
 * @param marks numbers at which a dotted line stands, such as 1 for a slope
 */
public record IntervalChart(String across, List<Row> rows, List<Double> marks)
        implements Chart.Drawing {
    private static final double ROW = 32;

    public IntervalChart {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /**
     * One of them.
     *
     * @param low not above the estimate; the same where there is no interval
     * @param figure as it is written to the right
     */
    public record Row(
            String name, double estimate, double low, double high, String figure, boolean isBold) {}

    @Override
    public double draw(Svg svg, double width) {
        Labels names = Labels.of(rows.stream().map(row -> name(row, width)).toList(), width);
        boolean above = Labels.areAbove(width);
        double figures =
                above
                        ? 0
                        : rows.stream()
                                .mapToDouble(row -> Lettering.width(row.figure(), type(row)))
                                .max()
                                .orElse(0);
        double bottom =
                4
                        + IntStream.range(0, rows.size())
                                .mapToDouble(row -> names.height(row, ROW))
                                .sum();
        Scale x = axis(names.column() + 12, width - figures - 20);
        new Frame(x, new Scale(0, 1, bottom, 0)).columns(svg);
        for (double mark : marks) {
            svg.line(x.at(mark), 0, x.at(mark), bottom, new Pen(Ink.SOFT, 1.5, "3 3"));
        }
        double y = 4;
        for (int row = 0; row < rows.size(); row++) {
            double middle = names.draw(svg, row, y, ROW);
            draw(svg, rows.get(row), x, middle);
            if (!above) {
                Type type = type(rows.get(row));
                svg.text(width, middle + 4, rows.get(row).figure(), type, Anchor.END);
            }
            y += names.height(row, ROW);
        }
        svg.text(x.end(), bottom + 38, across, Type.SOFT, Anchor.END);
        return bottom + 46;
    }

    /** Where names stand above their rows, figures stand behind them. */
    private static Labels.Name name(Row row, double width) {
        return new Labels.Name(
                Labels.areAbove(width) ? row.name() + ": " + row.figure() : row.name(), type(row));
    }

    private static void draw(Svg svg, Row row, Scale x, double middle) {
        Ink ink = row.isBold() ? Ink.NOW : Ink.BEFORE;
        svg.line(
                x.at(row.low()),
                middle,
                x.at(row.high()),
                middle,
                new Pen(ink, row.isBold() ? 3 : 2, ""));
        if (row.isBold()) {
            svg.dot(x.at(row.estimate()), middle, 6.5, ink);
        } else {
            svg.ring(x.at(row.estimate()), middle, 4.5, ink);
        }
    }

    private Scale axis(double start, double end) {
        double[] ends =
                Stream.concat(
                                marks.stream(),
                                rows.stream().flatMap(row -> Stream.of(row.low(), row.high())))
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        double from = Math.min(0, DoubleStream.of(ends).min().orElse(0));
        double to = Math.max(0, DoubleStream.of(ends).max().orElse(1));
        double room = (to - from) * 0.03;
        return Scale.over(from - (from < 0 ? room : 0), to + room, start, end);
    }

    private static Type type(Row row) {
        return row.isBold() ? Type.STRONG : Type.PLAIN;
    }
}
