package dev.marginal.uplift.crossfitting;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Deals customers into folds.
 *
 * <p>All rows of one customer go to one fold. Customers with the same arm and the same answer to
 * "any order?" in their first row are shuffled and dealt in turn, so that every fold gets its share
 * of each.
 */
final class Folds {
    private Folds() {}

    /** The fold of each row, in [0, folds). */
    static int[] of(CampaignHistory history, int folds, long seed) {
        int[] fold = new int[history.rows()];
        int[][] customers = customers(history.group());
        Requires.require(
                customers.length >= folds,
                "customers",
                customers.length,
                "at least " + folds + ", one per fold");
        SplittableRandom random = new SplittableRandom(seed);
        int dealt = 0;
        for (List<int[]> stratum : strata(history, customers).values()) {
            shuffle(stratum, random);
            for (int[] rows : stratum) {
                for (int row : rows) {
                    fold[row] = dealt % folds;
                }
                dealt++;
            }
        }
        return fold;
    }

    /** The rows outside this fold, ascending; or those inside. */
    static int[] rows(int[] fold, int number, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(row -> fold[row] == number == inside)
                .toArray();
    }

    /** The rows of each customer. */
    private static int[][] customers(int[] group) {
        long[] keys = new long[group.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) group[row] << 32 | row;
        }
        Arrays.sort(keys);
        List<int[]> customers = new ArrayList<>();
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            customers.add(Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray());
        }
        return customers.toArray(int[][]::new);
    }

    private static SortedMap<Integer, List<int[]>> strata(
            CampaignHistory history, int[][] customers) {
        SortedMap<Integer, List<int[]>> strata = new TreeMap<>();
        for (int[] rows : customers) {
            int orders = history.gmv()[rows[0]] > 0 ? 1 : 0;
            strata.computeIfAbsent(2 * history.arm()[rows[0]] + orders, key -> new ArrayList<>())
                    .add(rows);
        }
        return strata;
    }

    private static void shuffle(List<int[]> customers, SplittableRandom random) {
        for (int last = customers.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int[] swapped = customers.set(last, customers.get(other));
            customers.set(other, swapped);
        }
    }
}
