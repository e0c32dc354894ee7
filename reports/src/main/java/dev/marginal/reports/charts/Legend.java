package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.stream.Stream;

/** What marks mean, side by side above a chart, on as many lines as they need. */
final class Legend {
    private static final double LINE = 20;
    private static final double KEY = 24;
    private static final double BETWEEN = 18;

    private Legend() {}

    /** How a mark looks. */
    enum Mark {
        LINE(Stroke.WHOLE),
        DASHES(Stroke.DASHES),
        DOTS(Stroke.DOTS),
        DASHES_AND_DOTS(Stroke.DASHES_AND_DOTS),
        BAND(null),
        DOT(null);

        private final Stroke stroke;

        Mark(Stroke stroke) {
            this.stroke = stroke;
        }

        /** That of a line. */
        static Mark of(Stroke stroke) {
            return Stream.of(values())
                    .filter(mark -> mark.stroke == stroke)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One mark and its meaning. */
    record Key(Mark mark, Ink ink, String words) {}

    /**
     * Draws from the upper left corner.
     *
     * @return the height that it took
     */
    static double draw(Svg svg, List<Key> keys, double width) {
        double x = 0;
        double y = 12;
        for (Key key : keys) {
            double wide = KEY + Lettering.width(key.words(), Type.SOFT);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += LINE;
            }
            mark(svg, key, x, y - 4);
            List<String> lines = Lettering.lines(key.words(), Type.SOFT, width - KEY);
            svg.lines(x + KEY, y, lines, Type.SOFT, Anchor.START);
            x += wide + BETWEEN;
            y += (lines.size() - 1) * Svg.height(Type.SOFT);
        }
        return y + 12;
    }

    private static void mark(Svg svg, Key key, double x, double y) {
        double middle = x + 9;
        switch (key.mark()) {
            case LINE, DASHES, DOTS, DASHES_AND_DOTS ->
                    svg.line(x, y, x + 18, y, key.mark().stroke.pen(key.ink()));
            case BAND -> svg.box(x, y - 6, 18, 12, key.ink(), 1);
            case DOT -> svg.dot(middle, y, 5.5, key.ink());
        }
    }
}
