package dev.marginal.optimizer.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Sorts customers by the set they chose, their family and their cell; within these by how {@link
 * Firmness firm} their choice is, so that who may change it soon stands together.
 */
final class AlikeOrder {
    private final Columns columns;
    private final long[] choices;

    private AlikeOrder(Columns columns, long[] choices) {
        this.columns = columns;
        this.choices = choices;
    }

    /** The customer at each place. */
    static int[] of(Instance instance, Rates rates, long[] choices, Workers workers) {
        AlikeOrder sorting = new AlikeOrder(instance.columns(), choices);
        int[] order = sorting.grouped();
        List<int[]> groups = sorting.groups(order);
        workers.forEach(
                groups.size(),
                group ->
                        byFirmness(
                                order,
                                groups.get(group),
                                choices[order[groups.get(group)[0]]],
                                new Firmness(instance, rates)));
        return order;
    }

    private int[] grouped() {
        long[] sets = LongStream.of(choices).distinct().sorted().toArray();
        int[] keys = new int[choices.length];
        int[] order = new int[choices.length];
        for (int customer = 0; customer < order.length; customer++) {
            order[customer] = customer;
            keys[customer] = columns.cell()[customer];
        }
        order = sorted(order, keys, Character.MAX_VALUE + 1);
        for (int customer = 0; customer < order.length; customer++) {
            keys[customer] = columns.family(customer);
        }
        order = sorted(order, keys, Character.MAX_VALUE + 1);
        for (int customer = 0; customer < order.length; customer++) {
            keys[customer] = Arrays.binarySearch(sets, choices[customer]);
        }
        return sorted(order, keys, sets.length);
    }

    /** By key from zero on; among equal keys as they were. */
    private static int[] sorted(int[] order, int[] keys, int different) {
        int[] next = new int[different + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int key = 1; key < next.length; key++) {
            next[key] += next[key - 1];
        }
        int[] sorted = new int[order.length];
        for (int customer : order) {
            sorted[next[keys[customer]]++] = customer;
        }
        return sorted;
    }

    /** Where each run of the same set, family and cell begins and ends. */
    private List<int[]> groups(int[] order) {
        List<int[]> groups = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= order.length; at++) {
            if (at == order.length || !alike(order[from], order[at])) {
                groups.add(new int[] {from, at});
                from = at;
            }
        }
        return groups;
    }

    private boolean alike(int one, int other) {
        return choices[one] == choices[other]
                && columns.family(one) == columns.family(other)
                && columns.cell()[one] == columns.cell()[other];
    }

    /** A firmness is no less than zero, and then a float's bits grow with it. */
    private static void byFirmness(int[] order, int[] group, long set, Firmness firmness) {
        long[] keys = new long[group[1] - group[0]];
        for (int i = 0; i < keys.length; i++) {
            int customer = order[group[0] + i];
            long bits = Float.floatToIntBits(firmness.of(customer, set));
            keys[i] = bits << Integer.SIZE | customer;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[group[0] + i] = (int) keys[i];
        }
    }
}
