package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What held-out customers of the experiment say a plan will earn, and how much each of them could
 * move that.
 *
 * <p>The variance of the estimate is the sum of squared influences. Two plans are measured on the
 * same customers: their difference has the difference of the influences, customer by customer, so
 * that what both plans do alike adds no uncertainty to it. Its interval is therefore narrower than
 * the two intervals beside each other suggest.
 *
 * @param estimate in currency
 * @param customer numbers of held-out customers who count for the plan, ascending
 * @param influence of each of them on the estimate, in currency
 */
public record Measurement(double estimate, int[] customer, double[] influence) {
    public Measurement {
        Requires.require(
                customer.length == influence.length,
                "influences",
                influence.length,
                customer.length + ", one per customer");
    }

    /** The measurement of a plan with these influences by customer. */
    public static Measurement of(double estimate, Map<Integer, Double> influence) {
        TreeMap<Integer, Double> sorted = new TreeMap<>(influence);
        return new Measurement(
                estimate,
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The estimate with its 95 % interval. */
    public Interval interval() {
        return Interval.normal(estimate, Math.sqrt(squares(influence)));
    }

    /**
     * What this plan earns more than another, with the 95 % interval of that difference.
     *
     * @param other measured on the same experiment
     */
    public Interval minus(Measurement other) {
        double variance = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < customer.length || theirs < other.customer.length) {
            int next = Math.min(numberAt(mine), other.numberAt(theirs));
            double difference = 0;
            if (mine < customer.length && customer[mine] == next) {
                difference += influence[mine++];
            }
            if (theirs < other.customer.length && other.customer[theirs] == next) {
                difference -= other.influence[theirs++];
            }
            variance += difference * difference;
        }
        return Interval.normal(estimate - other.estimate, Math.sqrt(variance));
    }

    private int numberAt(int place) {
        return place < customer.length ? customer[place] : Integer.MAX_VALUE;
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measurement that
                && estimate == that.estimate
                && Arrays.equals(customer, that.customer)
                && Arrays.equals(influence, that.influence);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(estimate) + Arrays.hashCode(influence);
    }

    @Override
    public String toString() {
        return "Measurement[%s, of %d customers]".formatted(interval(), customer.length);
    }
}
