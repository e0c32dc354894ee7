package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * Customers side by side who chose alike: sorted by the set they chose, their family and their
 * cell, with values and costs in that order. What is asked of one customer's choice is then the
 * same few comparisons for a whole stretch of them, read one after another.
 *
 * @param order the customer at each place
 * @param place of each customer
 * @param value {@code [offer][place]} in currency; {@link #NEVER} where the offer is not allowed
 * @param cost {@code [offer][place]} in currency
 * @param stretches all places, each in one of them
 */
record Alike(int[] order, int[] place, float[][] value, float[][] cost, List<Stretch> stretches) {
    /** Worth so little that no price makes up for it, and still a number. */
    static final float NEVER = -1e30f;

    /** The customers of an instance, by what they chose. */
    static Alike of(Instance instance, long[] choices, Workers workers) {
        Columns columns = instance.columns();
        int[] order = order(columns, choices);
        int[] place = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            place[order[at]] = at;
        }
        float[][] none = new float[columns.offers()][];
        return new Alike(order, place, none, none, Stretch.of(columns, choices, order))
                .with(columns, offer -> true, offer -> true, workers);
    }

    /** The same customers with other values and costs; columns that are the same are shared. */
    Alike with(Columns now, Columns before, Workers workers) {
        return with(
                now,
                offer -> now.value()[offer] != before.value()[offer],
                offer -> now.cost()[offer] != before.cost()[offer],
                workers);
    }

    private Alike with(
            Columns now, IntPredicate otherValue, IntPredicate otherCost, Workers workers) {
        float[][] values = value.clone();
        float[][] costs = cost.clone();
        workers.forEach(
                value.length,
                offer -> {
                    if (otherValue.test(offer)) {
                        values[offer] = arranged(now.value()[offer]);
                        replace(values[offer], Float.NaN, NEVER);
                    }
                    if (otherCost.test(offer)) {
                        costs[offer] = arranged(now.cost()[offer]);
                    }
                });
        return new Alike(order, place, values, costs, stretches);
    }

    /** Read in the customers' order, as that is the one that many columns come in. */
    private float[] arranged(float[] column) {
        float[] arranged = new float[column.length];
        for (int customer = 0; customer < column.length; customer++) {
            arranged[place[customer]] = column[customer];
        }
        return arranged;
    }

    private static void replace(float[] column, float one, float other) {
        for (int at = 0; at < column.length; at++) {
            column[at] = Float.compare(column[at], one) == 0 ? other : column[at];
        }
    }

    /** The columns of some places. */
    Columns gather(int[] places, Columns now, Workers workers) {
        float[][] values = new float[value.length][];
        float[][] costs = new float[value.length][];
        workers.forEach(
                value.length,
                offer -> {
                    values[offer] = Columns.gather(value[offer], places);
                    costs[offer] = Columns.gather(cost[offer], places);
                    replace(values[offer], NEVER, Float.NaN);
                });
        return now.of(customers(places), values, costs);
    }

    /** The customers at some places. */
    int[] customers(int[] places) {
        int[] customers = new int[places.length];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = order[places[i]];
        }
        return customers;
    }

    private static int[] order(Columns columns, long[] choices) {
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
}
