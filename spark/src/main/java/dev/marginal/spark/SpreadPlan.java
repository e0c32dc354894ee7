package dev.marginal.spark;

import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import org.apache.spark.api.java.JavaRDD;

/**
 * A plan whose sends stay where the customers are. Holds memory of the cluster until it is closed.
 */
public final class SpreadPlan<T> implements AutoCloseable {
    private final SendPlan figures;
    private final long sends;
    private final JavaRDD<Part<T>> source;
    private final Places customers;
    private final JavaRDD<long[]> sets;
    private final Traffic traffic;

    SpreadPlan(
            SendPlan figures,
            long sends,
            JavaRDD<Part<T>> source,
            Places customers,
            JavaRDD<long[]> sets,
            Traffic traffic) {
        this.figures = figures;
        this.sends = sends;
        this.source = source;
        this.customers = customers;
        this.sets = sets;
        this.traffic = traffic;
    }

    /**
     * The plan but for its sends: how it ended, value, spend, bound, prices, use of every limit.
     */
    public SendPlan figures() {
        return figures;
    }

    /** Read it first: without a plan nobody gets anything. */
    public Outcome outcome() {
        return figures.outcome();
    }

    /** How many customers there are. */
    public long customers() {
        int[] ends = customers.ends();
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** How many sends. */
    public long sends() {
        return sends;
    }

    /** What everyone gets: one element for each partition of the parts, in their order. */
    public JavaRDD<PartSends<T>> parts() {
        Places places = customers;
        JavaRDD<PartSends<T>> unnumbered =
                source.zipPartitions(
                        sets,
                        (part, own) ->
                                Scattering.one(new PartSends<>(0, 0, part.next(), own.next())));
        return unnumbered.mapPartitionsWithIndex(
                (number, own) -> {
                    PartSends<T> some = own.next();
                    return Scattering.one(
                            new PartSends<>(
                                    number, places.start(number), some.part(), some.sets()));
                },
                true);
    }

    /** What the search asked of the parts. */
    public Traffic traffic() {
        return traffic;
    }

    /** Gives the cluster's memory back. */
    @Override
    public void close() {
        sets.unpersist(false);
    }
}
