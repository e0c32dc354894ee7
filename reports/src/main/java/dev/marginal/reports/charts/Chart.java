package dev.marginal.reports.charts;

import java.util.List;

/**
 * A chart.
 *
 * @param id letters and hyphens; also the name of its files
 * @param title what it shows, in a few words
 * @param description what there is to see, for those who cannot see it
 * @param unit what its numbers count; said beside the title
 * @param data all that is drawn
 * @param drawing how
 */
public record Chart(
        String id, String title, String description, String unit, DataTable data, Drawing drawing) {
    /** Width in pixels on paper, on a desk and in a file. */
    public static final int WIDE = 760;

    /** Width in pixels of one of two that stand side by side. */
    public static final int HALF = 364;

    /** Width in pixels on a phone. */
    public static final int NARROW = 340;

    private static final double BELOW_HEAD = 24;
    private static final double MARGIN = 24;

    /**
     * What a chart shows as rows of words.
     *
     * @param columns their names; the first names the rows
     * @param words how many columns from the first hold words; the others hold figures
     */
    public record DataTable(List<String> columns, List<List<String>> rows, int words) {
        public DataTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** Figures alone but for the names of the rows. */
        public DataTable(List<String> columns, List<List<String>> rows) {
            this(columns, rows, 1);
        }
    }

    /** Draws into {@code svg} from the upper left corner. */
    interface Drawing {
        /**
         * @return the height that it took
         */
        double draw(Svg svg, double width);
    }

    /** The chart for a page, with ids of its own for each width. */
    public String inPage(int width) {
        Svg svg = new Svg(Look.PAGE);
        double height = drawing.draw(svg, width);
        String name = id + "-" + width;
        return """
        <svg viewBox='0 0 %d %.0f' width='%d' height='%.0f' role='img' aria-labelledby='%s-title %s-words'>
        <title id='%s-title'>%s</title>
        <desc id='%s-words'>%s</desc>
        %s</svg>
        """
                .formatted(
                        width,
                        Math.ceil(height),
                        width,
                        Math.ceil(height),
                        name,
                        name,
                        name,
                        Escaped.of(title),
                        name,
                        Escaped.of(description),
                        svg.body());
    }

    /** The chart as a file, with its title above it. */
    public String file() {
        Svg svg = new Svg(Look.FILE);
        double height = drawing.draw(svg, WIDE);
        Svg head = new Svg(Look.FILE);
        double top = head(head);
        double wide = WIDE + 2 * MARGIN;
        double high = Math.ceil(height + top + 2 * MARGIN);
        return """
        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$.0f %2$.0f' width='%1$.0f' height='%2$.0f' role='img' font-family='Inter, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif'>
        <title>%3$s</title>
        <desc>%4$s</desc>
        <rect x='0' y='0' width='%1$.0f' height='%2$.0f' fill='%5$s'/>
        <g transform='translate(%6$.0f %6$.0f)'>
        %7$s</g>
        <g transform='translate(%6$.0f %8$.0f)'>
        %9$s</g>
        </svg>
        """
                .formatted(
                        wide,
                        high,
                        Escaped.of(title),
                        Escaped.of(description),
                        Ink.PAPER.of(Look.FILE),
                        MARGIN,
                        head.body(),
                        MARGIN + top,
                        svg.body());
    }

    /** Title and unit, with room below them; returns how high that is. */
    private double head(Svg svg) {
        List<String> titles = Lettering.lines(title, Svg.Type.TITLE, WIDE);
        svg.lines(0, 16, titles, Svg.Type.TITLE, Svg.Anchor.START);
        double y = 16 + titles.size() * Svg.height(Svg.Type.TITLE);
        List<String> units = Lettering.lines(unit, Svg.Type.SOFT, WIDE);
        svg.lines(0, y, units, Svg.Type.SOFT, Svg.Anchor.START);
        return y + (units.size() - 1) * Svg.height(Svg.Type.SOFT) + BELOW_HEAD;
    }
}
