package dev.marginal.reports.charts;

import dev.marginal.reports.charts.Svg.Anchor;
import dev.marginal.reports.charts.Svg.Type;
import java.util.List;

/**
 * The names of rows, none of them cut: in a column to the left, or above each row where there is
 * little room. Long ones go on in a new line, and their row is higher.
 */
final class Labels {
    private static final double NARROW = 480;
    private static final double MOST = 0.42;
    private static final double GAP = 10;
    private static final double PADDING = 8;

    private final List<Name> names;
    private final double column;
    private final double room;

    /** What a row is called. */
    record Name(String words, Type type) {}

    private Labels(List<Name> names, double column, double room) {
        this.names = names;
        this.column = column;
        this.room = room;
    }

    /** Beside the rows of a wide drawing, above those of a narrow one. */
    static Labels of(List<Name> names, double width) {
        return areAbove(width) ? new Labels(names, 0, width) : beside(names, width * MOST);
    }

    /** Whether names stand above their rows in a drawing of that width. */
    static boolean areAbove(double width) {
        return width < NARROW;
    }

    /** Beside the rows, in a column of at most that width. */
    static Labels beside(List<Name> names, double most) {
        double longest =
                names.stream()
                        .mapToDouble(name -> Lettering.width(name.words(), name.type()))
                        .max()
                        .orElse(0);
        double column = Math.min(longest + GAP, most);
        return new Labels(names, column, column - GAP);
    }

    /** How wide the column is; 0 where names stand above. */
    double column() {
        return column;
    }

    /** How high a row is with its name, of which {@code least} is for what it shows. */
    double height(int row, double least) {
        return column == 0 ? words(row) + least : Math.max(least, words(row) + PADDING);
    }

    /**
     * Writes a name.
     *
     * @param y upper edge of its row
     * @return the middle of what the row shows
     */
    double draw(Svg svg, int row, double y, double least) {
        Type type = names.get(row).type();
        double first = Svg.height(type) * 0.8;
        if (column == 0) {
            svg.lines(0, y + first, lines(row), type, Anchor.START);
            return y + words(row) + least / 2;
        }
        double middle = y + height(row, least) / 2;
        svg.lines(column - GAP, middle - words(row) / 2 + first, lines(row), type, Anchor.END);
        return middle;
    }

    private double words(int row) {
        return lines(row).size() * Svg.height(names.get(row).type());
    }

    private List<String> lines(int row) {
        return Lettering.lines(names.get(row).words(), names.get(row).type(), room);
    }
}
