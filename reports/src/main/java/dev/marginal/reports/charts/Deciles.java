package dev.marginal.reports.charts;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Panels of deciles, one for each treatment, that share their vertical axis. */
final class Deciles {
    private static final double HEIGHT = 216;
    private static final double BELOW = 64;
    private static final double LEFT = 40;
    private static final double AFTER_LEGEND = 6;

    private Deciles() {}

    /** The inside of one panel, between its left and right edge. */
    interface Inside {
        void draw(Svg svg, List<Decile> deciles, double[] sides, Scale y);
    }

    /** A legend and below it the panels; returns where they end. */
    static double draw(
            Svg svg,
            double width,
            List<Legend.Key> keys,
            SortedMap<String, List<Decile>> treatments,
            Inside inside) {
        double top = Legend.draw(svg, keys, width) + AFTER_LEGEND;
        Panels panels = new Panels(List.copyOf(treatments.keySet()), HEIGHT, LEFT, top, width);
        int panel = 0;
        for (List<Decile> deciles : treatments.values()) {
            panels.title(svg, panel);
            double upper = panels.upper(panel);
            Scale y = scale(treatments.values(), upper + HEIGHT - BELOW, upper);
            inside.draw(svg, deciles, panels.sides(panel), y);
            panel++;
        }
        return panels.bottom();
    }

    /** From the lowest to the highest of all that is drawn, nothing included. */
    private static Scale scale(Collection<List<Decile>> panels, double start, double end) {
        double low = 0;
        double high = 0;
        for (Decile decile : panels.stream().flatMap(List::stream).toList()) {
            low = Math.min(low, Math.min(decile.low(), decile.predicted()));
            high = Math.max(high, Math.max(decile.high(), decile.predicted()));
        }
        double room = (high - low) * 0.04;
        return Scale.over(low - room, high + room, start, end);
    }
}
