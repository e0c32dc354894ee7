package dev.marginal.reports.charts;

import java.util.List;

/**
 * One line of a {@link LineChart}.
 *
 * @param points {@code {x, y}}, rising by x
 * @param band {@code {x, low, high}} around it; empty for none
 */
public record Line(
        String name, Ink ink, Stroke stroke, List<double[]> points, List<double[]> band) {
    public Line {
        points = List.copyOf(points);
        band = List.copyOf(band);
    }
}
