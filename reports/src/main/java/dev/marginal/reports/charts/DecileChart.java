package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured for each tenth of the customers by score, the highest first, beside what was
 * predicted: a panel for each treatment, over one vertical axis.
 */
public record DecileChart(SortedMap<String, List<Decile>> treatments) implements Chart.Drawing {
    public DecileChart {
        treatments = new TreeMap<>(treatments);
    }

    @Override
    public double draw(Svg svg, double width) {
        return Deciles.draw(
                svg,
                width,
                List.of(
                        new Legend.Key(
                                Legend.Mark.DOT, Ink.NOW, "measured, with its 95 % interval"),
                        new Legend.Key(Legend.Mark.DASHES, Ink.BEFORE, "predicted")),
                treatments,
                this::draw);
    }

    private void draw(Svg svg, List<Decile> deciles, double[] sides, Scale y) {
        double bottom = y.start();
        Scale x = new Scale(0.4, 10.6, sides[0], sides[1]);
        new Frame(x, y).rows(svg);
        svg.path(
                deciles.stream()
                        .map(one -> new double[] {x.at(one.number()), y.at(one.predicted())})
                        .toList(),
                new Pen(Ink.BEFORE, 2, "5 4"));
        for (Decile decile : deciles) {
            double at = x.at(decile.number());
            svg.line(at, y.at(decile.low()), at, y.at(decile.high()), new Pen(Ink.NOW, 2, ""));
            svg.dot(at, y.at(decile.measured()), 4.5, Ink.NOW);
            svg.text(at, bottom + 16, Integer.toString(decile.number()), Type.SOFT, Anchor.MIDDLE);
        }
        svg.text(sides[0], bottom + 32, "1: highest scores", Type.SOFT, Anchor.START);
    }
}
