package dev.marginal.benchmarks;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.time.Duration;

/**
 * Names one generated campaign: the same five numbers give the same campaign on any machine and for
 * any number of threads.
 *
 * <p>Values are log-normal, one in five negative; costs are log-normal and correlated with the
 * values. The budget is 20 % of what would be spent if every customer got the best sends. Some
 * channels are capped in sends, and all further limits are budgets of segments, each at 60 to 95 %
 * of what the budget alone would spend there; a fifth of the customers is in no limited segment, so
 * that the budget binds as well. {@code FamilyLimits} has the details.
 *
 * @param customers 1 or more
 * @param offers 1 to 64
 * @param limits shared limits, the budget being the first; 1 or more
 * @param contacts most sends to any one customer, 1 or more
 * @param seed of everything random
 */
public record AllocationFamily(int customers, int offers, int limits, int contacts, long seed)
        implements Serializable {
    private static final int MOST_CAPS = 4;

    /** Part of limits / customers at which Marginal is told to stop; the targets allow 0.1. */
    private static final double GAP_PER_LIMIT = 0.05;

    private static final double LEAST_GAP = 1e-7;

    public AllocationFamily {
        Requires.positive(customers, "customers");
        Requires.require(offers >= 1 && offers <= 64, "offers", offers, "1 to 64");
        Requires.positive(limits, "limits");
        Requires.positive(contacts, "contacts");
    }

    /** At most one send to any customer. */
    public static AllocationFamily of(int customers, int offers, int limits, long seed) {
        return new AllocationFamily(customers, offers, limits, 1, seed);
    }

    /** How near the best plan Marginal has to come, in ten minutes at most. */
    public AllocatorSettings settings() {
        double gap = Math.max(GAP_PER_LIMIT * limits / customers, LEAST_GAP);
        return new AllocatorSettings(gap, Duration.ofMinutes(10));
    }

    /** The same with another seed. */
    public AllocationFamily withSeed(long other) {
        return new AllocationFamily(customers, offers, limits, contacts, other);
    }

    /** The same with other customers. */
    public AllocationFamily withCustomers(int other) {
        return new AllocationFamily(other, offers, limits, contacts, seed);
    }

    /** How many channels have a cap; one more channel has none. */
    public int channelCaps() {
        return Math.min(Math.min(MOST_CAPS, offers / 2), limits - 1);
    }

    /** How many segments have a budget. */
    public int segmentBudgets() {
        return limits - 1 - channelCaps();
    }

    /** Customers times offers. */
    public long options() {
        return (long) customers * offers;
    }

    /** Like {@code 1,000,000 × 10 × 100}. */
    @Override
    public String toString() {
        String sizes = "%,d × %d × %d".formatted(customers, offers, limits);
        return contacts == 1 ? sizes : sizes + ", " + contacts + " contacts";
    }
}
