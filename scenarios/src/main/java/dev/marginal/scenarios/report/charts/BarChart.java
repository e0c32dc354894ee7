package dev.marginal.scenarios.report.charts;

import dev.marginal.scenarios.report.charts.Svg.Anchor;
import dev.marginal.scenarios.report.charts.Svg.Pen;
import dev.marginal.scenarios.report.charts.Svg.Type;
import java.util.List;

/**
 * Horizontal bars from nothing, each with its name and its figure; on a narrow page names stand
 * above their bars.
 */
public record BarChart(List<Bar> bars) implements Chart.Drawing {
    private static final double ROW = 30;
    private static final double THICK = 16;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param length zero or more
     * @param figure as it is written behind it
     * @param isBold whether it is the one to look at
     */
    public record Bar(String name, double length, String figure, Ink ink, boolean isBold) {}

    @Override
    public double draw(Svg svg, double width) {
        double names = Labels.width(bars.stream().map(Bar::name).toList(), width);
        boolean above = names == 0;
        double figures =
                bars.stream()
                        .mapToDouble(bar -> Svg.width(bar.figure(), type(bar)))
                        .max()
                        .orElse(0);
        double most = bars.stream().mapToDouble(Bar::length).max().orElse(1);
        Scale x = Scale.over(0, most > 0 ? most : 1, names, width - figures - 12);
        double y = 4;
        for (Bar bar : bars) {
            y += Labels.draw(svg, bar.name(), type(bar), names, y + ROW / 2, width);
            double end = x.at(Math.max(0, bar.length()));
            svg.box(
                    x.start(),
                    y + (ROW - THICK) / 2,
                    end - x.start(),
                    THICK,
                    bar.ink(),
                    bar.isBold() ? 1 : 0.65);
            svg.text(end + 8, y + ROW / 2 + 4, bar.figure(), type(bar), Anchor.START);
            y += above ? ROW + 2 : ROW;
        }
        svg.line(x.start(), 2, x.start(), y, Pen.ZERO);
        return y + 6;
    }

    private static Type type(Bar bar) {
        return bar.isBold() ? Type.STRONG : Type.PLAIN;
    }
}
