package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Reading;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The customers whose choices a search has to look at: all, a sample, or those not settled within a
 * box of prices, the settled ones being a constant.
 */
public final class Crowd implements Many {
    private static final int GROUPS = 12;

    private final Instance instance;
    private final Workers workers;
    private final Columns columns;
    private final int[] customers;
    private final double share;
    private final Sums settled;
    private final Pass pass;

    private Crowd(
            Instance instance,
            Workers workers,
            Columns columns,
            int[] customers,
            double share,
            Sums settled) {
        this.instance = instance;
        this.workers = workers;
        this.columns = columns;
        this.customers = customers;
        this.share = share;
        this.settled = settled;
        this.pass = new Pass(instance, columns, workers);
    }

    static Crowd all(Instance instance, Workers workers) {
        int[] everyone = IntStream.range(0, instance.customers()).toArray();
        return new Crowd(instance, workers, instance.columns(), everyone, 1, instance.noSums());
    }

    /** One random customer of each of {@code size} equal stretches; limits shrink alike. */
    static Crowd sample(Everyone everyone, Workers workers, int size) {
        Instance instance = everyone.instance();
        long customers = instance.everyone();
        SplittableRandom random = new SplittableRandom(20_071);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            long from = i * customers / size;
            long to = (i + 1L) * customers / size;
            rows[i] = (int) random.nextLong(from, to);
        }
        double share = (double) size / customers;
        return new Crowd(instance, workers, everyone.gather(rows), rows, share, instance.noSums());
    }

    /** Those whose choice is open somewhere in a box, that of all others being settled. */
    static Crowd of(Everyone.Open open, Workers workers) {
        return new Crowd(
                open.instance(), workers, open.columns(), open.customers(), 1, open.settled());
    }

    /** The same, where it is known what everyone chose at some prices. */
    static Crowd of(Reading.Open open, Reading read, Workers workers) {
        return new Crowd(
                read.instance(), workers, open.columns(), open.customers(), 1, open.settled());
    }

    /**
     * A sample that need not tell what everyone uses at the anchor, as that is known, but only what
     * moves from there: its error shrinks with the way to go.
     */
    static Crowd sample(Reading read, Workers workers) {
        Reading.Some some = read.sample();
        double share = (double) some.customers().length / read.instance().customers();
        Sums settled = read.chosen().times(share).minus(some.chosen());
        return new Crowd(
                read.instance(), workers, some.columns(), some.customers(), share, settled);
    }

    /** Only its unsettled customers by a screening; the others keep their choice. */
    Crowd unsettled(Pass.Screened screened) {
        int[] some = screened.open();
        Sums constant = screened.settled();
        constant.add(settled);
        int[] who = IntStream.of(some).map(row -> customers[row]).toArray();
        return new Crowd(instance, workers, columns.gather(some, workers), who, share, constant);
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public int rows() {
        return columns.rows();
    }

    /** The customers' numbers in the book. */
    public int[] customers() {
        return customers;
    }

    public Columns columns() {
        return columns;
    }

    /** Which part of the customers it stands for. */
    double share() {
        return share;
    }

    int groups() {
        return Math.max(1, Math.min(GROUPS, columns.rows() / 8));
    }

    /** What the crowd may use of a row at most, or has to use at least. */
    double limit(long bound) {
        return share * bound;
    }

    /** What choices of customers who are settled add up to. */
    public Sums settled() {
        return settled;
    }

    @Override
    public double side(int row, double price) {
        return limit(instance.side(row, price));
    }

    /** The dual with what every group of customers contributes; the settled are in the first. */
    Evaluation at(double[] prices) {
        int groups = groups();
        int[] ends = new int[groups];
        for (int group = 0; group < groups; group++) {
            ends[group] = (int) ((group + 1L) * columns.rows() / groups);
        }
        Sums[] sums = pass.sums(instance.rates(prices), ends);
        sums[0].add(settled);
        Sums total = instance.noSums();
        for (Sums group : sums) {
            total.add(group);
        }
        return new Evaluation(prices, dual(prices, total), total, sums);
    }

    /** The dual alone. */
    public Evaluation totalAt(double[] prices) {
        return evaluation(prices, withSettled(pass.sums(instance.rates(prices))));
    }

    /**
     * The same, telling the best set of each of the crowd's customers.
     *
     * @param choices where they go
     */
    public Evaluation totalAt(double[] prices, long[] choices) {
        return evaluation(prices, withSettled(pass.sums(instance.rates(prices), choices)));
    }

    @Override
    public Evaluation at(double[] prices, Curvature curvature) {
        return evaluation(prices, withSettled(pass.sums(instance.rates(prices), curvature)));
    }

    private Sums withSettled(Sums own) {
        own.add(settled);
        return own;
    }

    /** The best set of each of the crowd's customers. */
    public long[] choices(double[] prices) {
        return pass.choices(instance.rates(prices));
    }

    /** What each loses by its nearest other set. */
    public float[] regrets(double[] prices) {
        return pass.regrets(instance.rates(prices));
    }

    /** The same customers as seen from inside a box of prices around some in its middle. */
    Pass.Screened screened(double[] middle, double[] radius) {
        return pass.screened(instance.rates(middle), instance.reach(radius));
    }

    @Override
    public Narrowed unsettled(double[] middle, double[] radius) {
        Pass.Screened screened = screened(middle, radius);
        return new Narrowed(unsettled(screened), screened.choices());
    }
}
