package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Pen;

/** How a line is drawn, so that lines are told apart without their colours. */
public enum Stroke {
    WHOLE(2.5, ""),
    DASHES(2, "5 4"),
    DOTS(2, "1.5 3.5"),
    DASHES_AND_DOTS(2, "9 3 2 3");

    private final double width;
    private final String dash;

    Stroke(double width, String dash) {
        this.width = width;
        this.dash = dash;
    }

    Pen pen(Ink ink) {
        return new Pen(ink, width, dash);
    }
}
