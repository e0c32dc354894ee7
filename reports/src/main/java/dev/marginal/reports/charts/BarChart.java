package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;

/**
 * Horizontal bars from nothing, to the left where they are negative, each with its name and its
 * figure; on a narrow page names stand above their bars.
 */
public record BarChart(List<Bar> bars) implements Chart.Drawing {
    private static final double ROW = 30;
    private static final double THICK = 16;
    private static final double GAP = 8;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param figure as it is written behind it
     * @param isBold whether it is the one to look at
     */
    public record Bar(String name, double length, String figure, Ink ink, boolean isBold) {}

    @Override
    public double draw(Svg svg, double width) {
        Labels names =
                Labels.of(
                        bars.stream().map(bar -> new Labels.Name(bar.name(), type(bar))).toList(),
                        width);
        double figures =
                bars.stream()
                        .mapToDouble(bar -> Lettering.width(bar.figure(), type(bar)))
                        .max()
                        .orElse(0);
        Scale x = scale(names.column(), width - figures - GAP);
        double y = 4;
        for (int row = 0; row < bars.size(); row++) {
            draw(svg, bars.get(row), x, names.draw(svg, row, y, ROW));
            y += names.height(row, ROW);
        }
        svg.line(x.at(0), 2, x.at(0), y, Pen.ZERO);
        return y + 6;
    }

    private Scale scale(double start, double end) {
        double least = bars.stream().mapToDouble(Bar::length).min().orElse(0);
        double most = bars.stream().mapToDouble(Bar::length).max().orElse(1);
        return Scale.over(Math.min(0, least), Math.max(0, most), start, end);
    }

    private static void draw(Svg svg, Bar bar, Scale x, double middle) {
        double from = x.at(Math.min(0, bar.length()));
        double to = x.at(Math.max(0, bar.length()));
        svg.box(from, middle - THICK / 2, to - from, THICK, bar.ink(), bar.isBold() ? 1 : 0.75);
        svg.text(to + GAP, middle + 4, bar.figure(), type(bar), Anchor.START);
    }

    private static Type type(Bar bar) {
        return bar.isBold() ? Type.STRONG : Type.PLAIN;
    }
}
