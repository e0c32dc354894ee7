package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Pen;
import dev.marginal.reports.charts.Svg.Type;

/** Axes, the same in every chart: thin rows or columns with their numbers, stronger at zero. */
record Frame(Scale x, Scale y) {
    private static final int ROWS = 4;
    private static final double PER_COLUMN = 90;

    /** Rows across, with their numbers to the left. */
    void rows(Svg svg) {
        for (double tick : y.ticks(ROWS)) {
            double at = y.at(tick);
            svg.line(x.start(), at, x.end(), at, tick == 0 ? Pen.ZERO : Pen.GRID);
            svg.text(x.start() - 8, at + 4, y.words(tick, ROWS), Type.SOFT, Anchor.END);
        }
    }

    /** Columns from top to bottom, with their numbers below. */
    void columns(Svg svg) {
        for (double tick : x.ticks(wanted())) {
            double at = x.at(tick);
            svg.line(at, y.end(), at, y.start(), tick == 0 ? Pen.ZERO : Pen.GRID);
        }
        numbersBelow(svg);
    }

    /** The numbers of the horizontal axis alone. */
    void numbersBelow(Svg svg) {
        for (double tick : x.ticks(wanted())) {
            svg.text(x.at(tick), y.start() + 18, x.words(tick, wanted()), Type.SOFT, Anchor.MIDDLE);
        }
    }

    /** What the horizontal axis counts. */
    void titleBelow(Svg svg, String words) {
        svg.text(x.end(), y.start() + 36, words, Type.SOFT, Anchor.END);
    }

    private int wanted() {
        return (int) Math.max(2, Math.round((x.end() - x.start()) / PER_COLUMN));
    }
}
