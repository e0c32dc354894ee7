package dev.marginal.scenarios.report.charts;

import dev.marginal.scenarios.report.charts.Svg.Anchor;
import dev.marginal.scenarios.report.charts.Svg.Type;
import java.util.List;

/** The names of rows: in a column to the left, or above each row where there is little room. */
final class Labels {
    private static final double NARROW = 480;
    private static final double ABOVE = 18;
    private static final double MOST = 0.42;

    private Labels() {}

    /** How wide the column of names is; 0 where they stand above. */
    static double width(List<String> names, double width) {
        double longest =
                names.stream().mapToDouble(name -> Svg.width(name, Type.STRONG)).max().orElse(0);
        return width < NARROW ? 0 : Math.min(longest + 14, width * MOST);
    }

    /**
     * Writes a name beside or above the row's middle.
     *
     * @param column as {@link #width} says
     * @return by how much the row has to move down
     */
    static double draw(
            Svg svg, String name, Type type, double column, double middle, double width) {
        if (column == 0) {
            svg.text(0, middle, cut(name, type, width), type, Anchor.START);
            return ABOVE;
        }
        svg.text(column - 10, middle + 4, cut(name, type, column - 10), type, Anchor.END);
        return 0;
    }

    /** As much of a name as there is room for. */
    static String cut(String name, Type type, double room) {
        int letters = (int) (room / Svg.width("n", type));
        return name.length() <= letters || letters < 2
                ? name
                : name.substring(0, letters - 1).stripTrailing() + "…";
    }
}
