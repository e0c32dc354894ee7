package dev.marginal.scenarios.planning;

import dev.marginal.uplift.OutOfFoldScores;
import java.util.stream.IntStream;

/**
 * The customers of an experiment. Worth keeping: it takes sorting them.
 *
 * @param number of each, ascending
 * @param placeOf where each history row's customer stands among them
 */
record HistoryCustomers(int[] number, int[] placeOf) {
    static HistoryCustomers of(OutOfFoldScores history) {
        int[] group = history.group();
        int[] byGroup =
                IntStream.range(0, group.length)
                        .mapToLong(row -> (long) group[row] << Integer.SIZE | row)
                        .sorted()
                        .mapToInt(one -> (int) one)
                        .toArray();
        int[] number = new int[group.length];
        int[] placeOf = new int[group.length];
        int last = -1;
        for (int row : byGroup) {
            if (last < 0 || number[last] != group[row]) {
                number[++last] = group[row];
            }
            placeOf[row] = last;
        }
        return new HistoryCustomers(IntStream.of(number).limit(last + 1).toArray(), placeOf);
    }
}
