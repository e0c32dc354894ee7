package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measured against predicted effects, a dot for each tenth of the customers, beside the line on
 * which scores are right: a panel for each treatment.
 */
public record CalibrationChart(SortedMap<String, List<Decile>> treatments)
        implements Chart.Drawing {
    public CalibrationChart {
        treatments = new TreeMap<>(treatments);
    }

    @Override
    public double draw(Svg svg, double width) {
        return Deciles.draw(
                svg,
                width,
                List.of(
                        new Legend.Key(
                                Legend.Mark.DOT,
                                Ink.NOW,
                                "a tenth of the customers, with its 95 % interval"),
                        new Legend.Key(Legend.Mark.DASHES, Ink.BEFORE, "measured as predicted")),
                treatments,
                this::draw);
    }

    private void draw(Svg svg, List<Decile> deciles, double[] sides, Scale y) {
        double bottom = y.start();
        double low = deciles.stream().mapToDouble(Decile::predicted).min().orElse(0);
        double high = deciles.stream().mapToDouble(Decile::predicted).max().orElse(1);
        double room = Math.max((high - low) * 0.08, 1e-9);
        Scale x = Scale.over(Math.min(0, low) - room, Math.max(0, high) + room, sides[0], sides[1]);
        new Frame(x, y).rows(svg);
        for (double tick : x.ticks(4)) {
            svg.text(x.at(tick), bottom + 16, x.words(tick, 4), Type.SOFT, Anchor.MIDDLE);
        }
        double from = Math.max(x.from(), y.from());
        double to = Math.min(x.to(), y.to());
        svg.line(x.at(from), y.at(from), x.at(to), y.at(to), new Pen(Ink.BEFORE, 2, "5 4"));
        for (Decile decile : deciles) {
            double at = x.at(decile.predicted());
            svg.line(at, y.at(decile.low()), at, y.at(decile.high()), new Pen(Ink.NOW, 1.5, ""));
        }
        deciles.forEach(one -> svg.dot(x.at(one.predicted()), y.at(one.measured()), 4.5, Ink.NOW));
        svg.text(sides[1], bottom + 32, "predicted", Type.SOFT, Anchor.END);
    }
}
