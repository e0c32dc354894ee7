package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;

/**
 * Small charts side by side, at most three in a row, each with a title.
 *
 * @param titles one for each
 * @param height of one, its axis included, its title not
 * @param left room for the numbers to the left
 */
record Panels(List<String> titles, double height, double left, double top, double width) {
    private static final double ROOM = 225;
    private static final double BETWEEN = 12;
    private static final double RIGHT = 12;
    private static final double BELOW_TITLE = 10;
    private static final int MOST = 3;

    double bottom() {
        return top + Math.ceil((double) titles.size() / across()) * (head() + height);
    }

    /** Left and right edge of a panel's inside. */
    double[] sides(int panel) {
        double start = panel % across() * (wide() + BETWEEN);
        return new double[] {start + left, start + wide() - RIGHT};
    }

    /** Upper edge of a panel's inside. */
    double upper(int panel) {
        return top + panel / across() * (head() + height) + head();
    }

    void title(Svg svg, int panel) {
        svg.lines(
                sides(panel)[0] - left,
                upper(panel) - head() + Svg.height(Type.STRONG) * 0.8,
                lines(titles.get(panel)),
                Type.STRONG,
                Anchor.START);
    }

    /** As high as the longest title. */
    private double head() {
        int most = titles.stream().mapToInt(title -> lines(title).size()).max().orElse(0);
        return most * Svg.height(Type.STRONG) + BELOW_TITLE;
    }

    private List<String> lines(String title) {
        return Lettering.lines(title, Type.STRONG, wide());
    }

    private double wide() {
        return (width - BETWEEN * (across() - 1)) / across();
    }

    private int across() {
        int fit = (int) Math.max(1, Math.floor((width + BETWEEN) / (ROOM + BETWEEN)));
        return Math.max(1, Math.min(Math.min(MOST, fit), titles.size()));
    }
}
