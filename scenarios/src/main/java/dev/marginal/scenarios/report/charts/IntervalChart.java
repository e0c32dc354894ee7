package dev.marginal.scenarios.report.charts;

import dev.marginal.scenarios.report.charts.Svg.Anchor;
import dev.marginal.scenarios.report.charts.Svg.Pen;
import dev.marginal.scenarios.report.charts.Svg.Type;
import java.util.List;
import java.util.stream.DoubleStream;
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
        double names = Labels.width(rows.stream().map(Row::name).toList(), width);
        boolean above = names == 0;
        double figures =
                above
                        ? 0
                        : rows.stream()
                                .mapToDouble(row -> Svg.width(row.figure(), type(row)))
                                .max()
                                .orElse(0);
        double bottom = 4 + rows.size() * (above ? ROW + 18 : ROW);
        Scale x = axis(names + 12, width - figures - 20);
        new Frame(x, new Scale(0, 1, bottom, 0)).columns(svg);
        for (double mark : marks) {
            svg.line(x.at(mark), 0, x.at(mark), bottom, new Pen(Ink.SOFT, 1.5, "3 3"));
        }
        double y = 4;
        for (Row row : rows) {
            String name = above ? row.name() + ": " + row.figure() : row.name();
            y += Labels.draw(svg, name, type(row), names, y + ROW / 2, width);
            draw(svg, row, x, y + ROW / 2);
            if (!above) {
                svg.text(width, y + ROW / 2 + 4, row.figure(), type(row), Anchor.END);
            }
            y += ROW;
        }
        svg.text(x.end(), bottom + 38, across, Type.SOFT, Anchor.END);
        return bottom + 46;
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
