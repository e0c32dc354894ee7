package dev.marginal.scenarios.report.charts;

import dev.marginal.scenarios.report.charts.Svg.Anchor;
import dev.marginal.scenarios.report.charts.Svg.Type;
import java.util.List;

/**
 * A grid of shares: the darker, the more.
 *
 * @param columns their names
 * @param rows in their order
 * @param most the share that is darkest
 */
public record HeatChart(List<String> columns, List<Row> rows, double most)
        implements Chart.Drawing {
    private static final double ROW = 26;
    private static final double HEAD = 24;
    private static final double MOST_WIDE = 130;
    private static final double DARK = 0.55;

    public HeatChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A name and a figure with its words for each column. */
    public record Row(String name, List<Double> shares, List<String> figures) {}

    @Override
    public double draw(Svg svg, double width) {
        double longest =
                rows.stream().mapToDouble(row -> Svg.width(row.name(), Type.PLAIN)).max().orElse(0);
        double names = Math.min(longest + 14, width * 0.4);
        double wide = Math.min(MOST_WIDE, (width - names) / columns.size());
        for (int column = 0; column < columns.size(); column++) {
            svg.text(
                    names + wide * (column + 0.5),
                    HEAD - 9,
                    Labels.cut(columns.get(column), Type.SOFT, wide - 4),
                    Type.SOFT,
                    Anchor.MIDDLE);
        }
        double y = HEAD;
        for (Row row : rows) {
            svg.text(
                    names - 10,
                    y + ROW / 2 + 4,
                    Labels.cut(row.name(), Type.PLAIN, names - 10),
                    Type.PLAIN,
                    Anchor.END);
            for (int column = 0; column < columns.size(); column++) {
                cell(svg, row, column, names + wide * column, y, wide);
            }
            y += ROW;
        }
        return y + 4;
    }

    private void cell(Svg svg, Row row, int column, double x, double y, double wide) {
        double strength = most > 0 ? 0.04 + 0.96 * row.shares().get(column) / most : 0.04;
        svg.box(x + 1, y + 1, wide - 2, ROW - 2, Ink.NOW, strength);
        Type type = new Type(12, strength > DARK ? Ink.PAPER : Ink.INK, false);
        svg.text(x + wide / 2, y + ROW / 2 + 4, row.figures().get(column), type, Anchor.MIDDLE);
    }
}
