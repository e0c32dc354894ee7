package dev.marginal.uplift.folds;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Which rows belong to one customer.
 *
 * @param ofRow the customer of each row, in [0, count), in the order of the group numbers
 * @param count how many
 */
record Groups(int[] ofRow, int count) {
    static Groups of(int[] group) {
        int[] distinct = Arrays.stream(group).sorted().distinct().toArray();
        int[] ofRow = Arrays.stream(group).map(g -> Arrays.binarySearch(distinct, g)).toArray();
        return new Groups(ofRow, distinct.length);
    }

    /**
     * A fold for each row, the same for all rows of a customer.
     *
     * <p>Customers with the same arm and the same answer to "any order?" in their first row are
     * shuffled and dealt in turn.
     */
    int[] deal(CampaignHistory history, int folds, long seed) {
        Requires.require(
                count >= folds, "customers", count, "at least " + folds + ", one per fold");
        int[] fold = new int[count];
        SplittableRandom random = new SplittableRandom(seed);
        int dealt = 0;
        for (List<Integer> stratum : strata(history).values()) {
            shuffle(stratum, random);
            for (int customer : stratum) {
                fold[customer] = dealt++ % folds;
            }
        }
        return Arrays.stream(ofRow).map(customer -> fold[customer]).toArray();
    }

    private SortedMap<Integer, List<Integer>> strata(CampaignHistory history) {
        int[] first = new int[count];
        for (int row = ofRow.length - 1; row >= 0; row--) {
            first[ofRow[row]] = row;
        }
        SortedMap<Integer, List<Integer>> strata = new TreeMap<>();
        for (int customer = 0; customer < count; customer++) {
            int orders = history.gmv()[first[customer]] > 0 ? 1 : 0;
            int stratum = 2 * history.arm()[first[customer]] + orders;
            strata.computeIfAbsent(stratum, key -> new ArrayList<>()).add(customer);
        }
        return strata;
    }

    private static void shuffle(List<Integer> customers, SplittableRandom random) {
        for (int last = customers.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = customers.set(last, customers.get(other));
            customers.set(other, swapped);
        }
    }
}
