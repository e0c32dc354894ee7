package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Columns by how well they fit a role.
 *
 * @param best the best first; of equals the first of the file
 * @param points of each
 */
record Ranked(List<ColumnProfile> best, ToIntFunction<ColumnProfile> points) {
    /** Those with at least so many points. */
    static Ranked of(List<ColumnProfile> columns, ToIntFunction<ColumnProfile> points, int enough) {
        return new Ranked(
                columns.stream()
                        .filter(column -> points.applyAsInt(column) >= enough)
                        .sorted(Comparator.comparingInt(points).reversed())
                        .toList(),
                points);
    }

    Optional<ColumnProfile> first() {
        return best.stream().findFirst();
    }

    /** What speaks against the first: the next ones are nearly as good. */
    String doubt(int nearly) {
        List<String> rivals =
                best.stream()
                        .skip(1)
                        .filter(
                                rival ->
                                        points.applyAsInt(best.get(0)) - points.applyAsInt(rival)
                                                <= nearly)
                        .map(rival -> "'" + rival.name() + "'")
                        .toList();
        return rivals.isEmpty() ? "" : String.join(" or ", rivals) + " could be it as well";
    }
}
