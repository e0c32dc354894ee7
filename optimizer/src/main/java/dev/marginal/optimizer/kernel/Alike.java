package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Customers side by side who chose alike ({@link AlikeOrder}), with values and costs in that order.
 * What is asked of one customer's choice is then the same few comparisons for a whole stretch of
 * them, read one after another.
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

    /** The customers of an instance, by what they chose at some rates. */
    static Alike of(Instance instance, Rates rates, long[] choices, Workers workers) {
        Columns columns = instance.columns();
        int[] order = AlikeOrder.of(instance, rates, choices, workers);
        int[] place = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            place[order[at]] = at;
        }
        float[][] none = new float[columns.offers()][];
        return new Alike(order, place, none, none, Stretch.of(columns, choices, order))
                .with(
                        offer -> opened(columns.value()[offer], place),
                        offer -> arranged(columns.cost()[offer], place),
                        workers);
    }

    /** The same customers with other values and costs; columns that are the same are shared. */
    Alike with(Instance now, Instance before, Workers workers) {
        float[][] values = now.columns().value();
        float[][] costs = now.columns().cost();
        return with(
                offer -> {
                    if (values[offer] == before.columns().value()[offer]) {
                        return value[offer];
                    }
                    return now.book().onlyCloses(before.book(), offer)
                            ? closed(value[offer], values[offer])
                            : opened(values[offer], place);
                },
                offer ->
                        costs[offer] == before.columns().cost()[offer]
                                ? cost[offer]
                                : arranged(costs[offer], place),
                workers);
    }

    private Alike with(
            IntFunction<float[]> ofValues, IntFunction<float[]> ofCosts, Workers workers) {
        float[][] values = new float[value.length][];
        float[][] costs = new float[value.length][];
        workers.forEach(
                value.length,
                offer -> {
                    values[offer] = ofValues.apply(offer);
                    costs[offer] = ofCosts.apply(offer);
                });
        return new Alike(order, place, values, costs, stretches);
    }

    /** Values at their places, of a column in the customers' order. */
    private static float[] opened(float[] column, int[] place) {
        float[] opened = arranged(column, place);
        replace(opened, Float.NaN, NEVER);
        return opened;
    }

    /** The same values, without those of customers to whom a column is closed. */
    private float[] closed(float[] known, float[] column) {
        if (isClosedToAll(column)) {
            float[] never = new float[column.length];
            Arrays.fill(never, NEVER);
            return never;
        }
        float[] closed = known.clone();
        for (int customer = 0; customer < column.length; customer++) {
            if (Float.isNaN(column[customer])) {
                closed[place[customer]] = NEVER;
            }
        }
        return closed;
    }

    private static boolean isClosedToAll(float[] column) {
        for (float value : column) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Read in the customers' order, as that is the one that many columns come in. */
    private static float[] arranged(float[] column, int[] place) {
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

    /** Value of one send in micro-units; 0 where the offer is not allowed. */
    long valueMicros(int offer, int at) {
        float own = value[offer][at];
        return own == NEVER ? 0 : (long) Columns.micros(own);
    }

    /** Expected cost of one send in micro-units. */
    long costMicros(int offer, int at) {
        return (long) Columns.micros(cost[offer][at]);
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
}
