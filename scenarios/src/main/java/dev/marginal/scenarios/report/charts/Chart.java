package dev.marginal.scenarios.report.charts;

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

    /** Width in pixels on a phone. */
    public static final int NARROW = 340;

    private static final double HEAD = 62;
    private static final double MARGIN = 24;

    /**
     * What a chart shows as rows of words.
     *
     * @param columns their names; the first names the rows
     */
    public record DataTable(List<String> columns, List<List<String>> rows) {
        public DataTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
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
        head.text(0, 16, title, Svg.Type.TITLE, Svg.Anchor.START);
        head.text(0, 38, unit, Svg.Type.SOFT, Svg.Anchor.START);
        double wide = WIDE + 2 * MARGIN;
        double high = Math.ceil(height + HEAD + 2 * MARGIN);
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
                        MARGIN + HEAD,
                        svg.body());
    }
}
