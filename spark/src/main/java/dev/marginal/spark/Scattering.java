package dev.marginal.spark;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Scattered;
import dev.marginal.optimizer.kernel.SlopeSums;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.parts.Joint;
import dev.marginal.optimizer.parts.Portion;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Everyone, in the partitions of an RDD.
 *
 * <p>Every question is one job. Of a pass only sums come back, added up on the way; customers' rows
 * come back of a sample and of those whose choice is open near the lowest prices. A partition that
 * is lost is read again from where it came from: its answer is the same.
 */
final class Scattering<T> implements Scattered {
    private static final int DEPTH = 2;

    private final JavaSparkContext context;
    private final JavaRDD<Part<T>> parts;
    private final Places customers;
    private final Instance instance;
    private final Reader reader;
    private Traffic traffic = Traffic.NONE;
    private Asked last;
    private JavaRDD<long[]> sets;
    private long sends;

    /**
     * The parts of a campaign.
     *
     * @param parts one in each partition
     * @param customers where each one's customers begin
     */
    Scattering(JavaRDD<Part<T>> parts, Places customers, Joint joint) {
        this.context = JavaSparkContext.fromSparkContext(parts.context());
        this.parts = parts;
        this.customers = customers;
        this.instance = joint.instance();
        this.reader = new Reader(UUID.randomUUID().toString(), context.broadcast(joint));
    }

    /** Who was open last, and where. */
    private record Asked(Instance instance, Places rows, double[] middle, double[] radius) {}

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public Sums sums(double[] prices, Curvature curvature) {
        Reader read = reader;
        double[] unit = curvature.unit();
        double temperature = curvature.temperature();
        long[] all =
                parts.treeAggregate(
                        new long[0],
                        (some, part) -> plus(some, read.of(part).sums(prices, unit, temperature)),
                        Scattering::plus,
                        DEPTH,
                        true);
        Sums sums = instance.noSums().of(all);
        curvature.add(Arrays.copyOfRange(all, sums.flat().length, all.length));
        traffic = traffic.pass(all.length);
        return sums;
    }

    private static long[] plus(long[] some, long[] more) {
        if (some.length == 0) {
            return more;
        }
        for (int i = 0; i < more.length; i++) {
            some[i] += more[i];
        }
        return some;
    }

    @Override
    public Columns gather(int[] some) {
        Reader read = reader;
        Places places = customers;
        Broadcast<int[]> asked = context.broadcast(some);
        List<Columns> rows =
                parts.mapPartitionsWithIndex(
                                (number, part) ->
                                        one(
                                                read.of(part.next())
                                                        .gather(places.own(number, asked.value()))),
                                true)
                        .collect();
        asked.destroy();
        return joined(rows);
    }

    static <A> Iterator<A> one(A answer) {
        return List.of(answer).iterator();
    }

    private Columns joined(List<Columns> rows) {
        Columns all = Columns.of(rows);
        int columns = (2 + all.measures().length) * all.offers();
        traffic = traffic.gather(all.rows(), columns);
        return all;
    }

    @Override
    public Open open(double[] middle, double[] radius) {
        Reader read = reader;
        List<Portion.Open> found = parts.map(part -> read.of(part).open(middle, radius)).collect();
        Columns rows = joined(found.stream().map(Portion.Open::columns).toList());
        int[] counts = found.stream().mapToInt(open -> open.columns().rows()).toArray();
        Sums settled = instance.noSums();
        found.forEach(open -> settled.add(settled.of(open.settled())));
        last = new Asked(instance.over(rows), Places.of(counts), middle, radius);
        int[] all = IntStream.range(0, rows.rows()).toArray();
        return new Open(last.instance, all, rows, new long[all.length], settled);
    }

    @Override
    public SlopeSums slopes() {
        Reader read = reader;
        long[] all =
                parts.treeAggregate(
                        new long[0],
                        (some, part) -> plus(some, flat(read.of(part).slopes())),
                        Scattering::plus,
                        DEPTH,
                        true);
        traffic = traffic.pass(all.length);
        int slots = all.length / 2;
        return new SlopeSums(
                new long[] {all[2 * slots]},
                Arrays.copyOf(all, slots),
                Arrays.copyOfRange(all, slots, 2 * slots));
    }

    private static long[] flat(SlopeSums sums) {
        int slots = sums.value().length;
        long[] flat = Arrays.copyOf(sums.value(), 2 * slots + 1);
        System.arraycopy(sums.cost(), 0, flat, slots, slots);
        flat[2 * slots] = sums.free()[0];
        return flat;
    }

    @Override
    public double mostPerUnit(int row) {
        Reader read = reader;
        traffic = traffic.pass(1);
        return parts.map(part -> read.of(part).mostPerUnit(row)).reduce(Math::max);
    }

    @Override
    public Sums settle(Instance open, long[] chosen) {
        if (last == null || open != last.instance) {
            throw new IllegalStateException("Others were open last.");
        }
        Reader read = reader;
        Places rows = last.rows;
        double[] middle = last.middle;
        double[] radius = last.radius;
        Broadcast<long[]> all = context.broadcast(chosen);
        sets =
                parts.mapPartitionsWithIndex(
                                (number, part) ->
                                        one(
                                                read.of(part.next())
                                                        .sets(
                                                                middle,
                                                                radius,
                                                                rows.own(number, all.value()))),
                                true)
                        .persist(StorageLevel.MEMORY_AND_DISK());
        long[] sums =
                parts.zipPartitions(sets, (part, own) -> one(read.of(part.next()).sums(own.next())))
                        .treeAggregate(
                                new long[0], Scattering::plus, Scattering::plus, DEPTH, true);
        traffic = traffic.pass(sums.length);
        Sums settled = instance.noSums().of(sums);
        sends = LongStream.of(settled.sends()).sum();
        return settled;
    }

    /** What everyone was given. */
    SpreadPlan<T> plan(SendPlan figures) {
        return new SpreadPlan<>(figures, sends, parts, customers, sets, traffic);
    }

    /** What has been asked so far. */
    Traffic traffic() {
        return traffic;
    }
}
