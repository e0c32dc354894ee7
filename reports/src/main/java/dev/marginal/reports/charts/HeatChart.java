package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A grid of shares: the stronger the colour, the more. Columns for which there is no room stand
 * below the others, in a grid of their own.
 *
 * @param across what the columns are, above their names; empty where the names tell
 * @param columns their names
 * @param rows in their order
 * @param most the share that is strongest
 */
public record HeatChart(String across, List<String> columns, List<Row> rows, double most)
        implements Chart.Drawing {
    private static final double ROW = 26;
    private static final double ABOVE = 9;
    private static final double BELOW_TITLE = 4;
    private static final double BETWEEN = 16;
    private static final double LEAST_WIDE = 60;
    private static final double AROUND = 10;
    private static final double MOST_WIDE = 130;
    private static final double NAMES = 0.4;
    private static final double FAINTEST = 0.05;

    public HeatChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A name and a figure with its words for each column; {@code NaN} for a cell that cannot be.
     */
    public record Row(String name, List<Double> shares, List<String> figures) {}

    @Override
    public double draw(Svg svg, double width) {
        Labels names =
                Labels.beside(
                        rows.stream().map(row -> new Labels.Name(row.name(), Type.PLAIN)).toList(),
                        width * NAMES);
        double room = width - names.column();
        int grids = (int) Math.ceil(columns.size() / Math.floor(room / least()));
        int across = (int) Math.ceil((double) columns.size() / grids);
        double wide = Math.min(MOST_WIDE, room / across);
        double y = 0;
        for (int first = 0; first < columns.size(); first += across) {
            int last = Math.min(columns.size(), first + across);
            y = grid(svg, names, IntStream.range(first, last).toArray(), wide, y) + BETWEEN;
        }
        return y - BETWEEN + 4;
    }

    /** As narrow as figures and names allow, but names may go on in a new line. */
    private double least() {
        double widest =
                Stream.concat(
                                columns.stream(),
                                rows.stream().flatMap(row -> row.figures().stream()))
                        .mapToDouble(words -> Lettering.width(words, Type.PLAIN))
                        .max()
                        .orElse(0);
        return Math.min(LEAST_WIDE, widest + AROUND);
    }

    private double grid(Svg svg, Labels names, int[] shown, double wide, double top) {
        double heads = top + title(svg, names.column(), top);
        double y = heads + heads(svg, names.column(), shown, wide, heads) + ABOVE;
        for (int row = 0; row < rows.size(); row++) {
            if (isEmpty(rows.get(row), shown)) {
                continue;
            }
            names.draw(svg, row, y, ROW);
            double high = names.height(row, ROW);
            for (int place = 0; place < shown.length; place++) {
                cell(svg, row, shown[place], names.column() + wide * place, y, wide, high);
            }
            y += high;
        }
        return y;
    }

    private static boolean isEmpty(Row row, int[] shown) {
        return IntStream.of(shown).allMatch(column -> Double.isNaN(row.shares().get(column)));
    }

    /** What the columns are; returns how high that is. */
    private double title(Svg svg, double left, double top) {
        if (across.isEmpty()) {
            return 0;
        }
        double line = Svg.height(Type.SOFT);
        svg.text(left, top + line * 0.8, across, Type.SOFT, Anchor.START);
        return line + BELOW_TITLE;
    }

    /** The names of columns, down to one line; returns how high they are. */
    private double heads(Svg svg, double left, int[] shown, double wide, double top) {
        List<List<String>> heads =
                IntStream.of(shown)
                        .mapToObj(
                                column -> Lettering.lines(columns.get(column), Type.SOFT, wide - 6))
                        .toList();
        double line = Svg.height(Type.SOFT);
        int most = heads.stream().mapToInt(List::size).max().orElse(1);
        for (int place = 0; place < shown.length; place++) {
            double first = top + line * (most - heads.get(place).size() + 0.8);
            svg.lines(
                    left + wide * (place + 0.5), first, heads.get(place), Type.SOFT, Anchor.MIDDLE);
        }
        return most * line;
    }

    private void cell(Svg svg, int row, int column, double x, double y, double wide, double high) {
        double of = rows.get(row).shares().get(column);
        if (Double.isNaN(of)) {
            return;
        }
        double share = most > 0 ? of / most : 0;
        svg.box(x + 1, y + 1, wide - 2, high - 2, Ink.HEAT, FAINTEST + (1 - FAINTEST) * share);
        svg.text(
                x + wide / 2,
                y + high / 2 + 4,
                rows.get(row).figures().get(column),
                Type.PLAIN,
                Anchor.MIDDLE);
    }
}
