package dev.marginal.scenarios.report.charts;

import dev.marginal.scenarios.report.charts.Svg.Anchor;
import dev.marginal.scenarios.report.charts.Svg.Type;

/**
 * Small charts side by side, at most three in a row, each with a title.
 *
 * @param count of them
 * @param height of one, its title and its axis included
 * @param left room for the numbers to the left
 */
record Panels(int count, double height, double left, double top, double width) {
    private static final double ROOM = 225;
    private static final double BETWEEN = 18;
    private static final double TITLE = 26;
    private static final int MOST = 3;

    double bottom() {
        return top + Math.ceil((double) count / across()) * height;
    }

    /** Left and right edge of a panel's inside. */
    double[] sides(int panel) {
        double wide = (width - BETWEEN * (across() - 1)) / across();
        double start = panel % across() * (wide + BETWEEN);
        return new double[] {start + left, start + wide - 4};
    }

    /** Upper edge of a panel's inside. */
    double upper(int panel) {
        return top + panel / across() * height + TITLE;
    }

    void title(Svg svg, int panel, String words) {
        double[] sides = sides(panel);
        double room = sides[1] - sides[0] + left;
        svg.text(
                sides[0] - left,
                upper(panel) - 12,
                Labels.cut(words, Type.STRONG, room),
                Type.STRONG,
                Anchor.START);
    }

    private int across() {
        int fit = (int) Math.max(1, Math.floor((width + BETWEEN) / (ROOM + BETWEEN)));
        return Math.max(1, Math.min(Math.min(MOST, fit), count));
    }
}
