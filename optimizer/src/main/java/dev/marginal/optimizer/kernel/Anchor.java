package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What every customer chooses at some prices, and how firmly: from here, other prices need to look
 * at few customers again.
 *
 * <p>A customer's <em>margin</em> is the reduced value that their best set has more than the
 * nearest other one. When prices, or some offers' values and costs, become others, reduced values
 * of single offers shift by some δ; a set changes by at most one offer coming and one going at a
 * time, so that it still is the best as long as
 *
 * <pre>{@code margin > max(0, δ over offers) − min(0, δ over offers)}</pre>
 *
 * <p>This is exact where personal limits are nested or disjoint: there a set that no exchange
 * improves is the best of all ({@link Exchanges}). {@link Shift} bounds δ by a customer's cell,
 * their dearest offer and their largest value, three numbers instead of all offers'. A price that
 * moves for one segment leaves all others alone; a budget that moves by a tenth leaves nine
 * customers of ten alone.
 *
 * <p>Takes 20 bytes a customer. Never changes; for any number of threads.
 */
public final class Anchor {
    private static final int SAMPLE = 1 << 15;

    /** Covers the rounding of reduced values many times over. */
    private static final double RELATIVE = 0x1p-38;

    private static final double LEAST = 4e-3;

    private final Instance instance;
    private final double[] prices;
    private final long[] choices;
    private final float[] margin;
    private final float[] mostCost;
    private final float[] mostValue;
    private final int[] sample;
    private final Sums sums;
    private final Columns sampled;

    private Anchor(Instance instance, double[] prices, Workers workers) {
        this.instance = instance;
        this.prices = prices.clone();
        int customers = instance.customers();
        this.choices = new long[customers];
        this.margin = new float[customers];
        this.mostCost = new float[customers];
        this.mostValue = new float[customers];
        new Pass(instance, instance.columns(), workers)
                .visitAll(instance.rates(prices), this::keep);
        this.sample = sample(customers);
        this.sums = Sums.of(instance, choices, workers);
        this.sampled = instance.columns().gather(sample);
    }

    /** Reads everyone once. */
    public static Anchor at(Instance instance, double[] prices, Workers workers) {
        return new Anchor(instance, prices, workers);
    }

    /** Whether what it knows is of use for an instance of the same customers. */
    public boolean serves(Instance other) {
        return other.families() == instance.families()
                && instance.families().laminar()
                && instance.book().measures().isEmpty()
                && other.book().measures().isEmpty();
    }

    /** The instance that it was made from. */
    public Instance instance() {
        return instance;
    }

    double[] prices() {
        return prices;
    }

    /** Every customer's best set at the anchor's prices; a copy. */
    public long[] choices() {
        return choices.clone();
    }

    /** One customer's best set at the anchor's prices. */
    public long choice(int customer) {
        return choices[customer];
    }

    /** What some customers chose, added up as another instance counts it. */
    public Sums sums(Instance other, int[] customers) {
        Sums some = other.noSums();
        for (int customer : customers) {
            some.add(other.columns(), choices[customer], customer);
        }
        return some;
    }

    /** What everyone chose, added up as another instance counts it. */
    public Sums sums(Instance other, Workers workers) {
        return other.chargesLike(instance) ? sums : Sums.of(other, choices, workers);
    }

    /** The columns of the sample as another instance reads them. */
    public Columns sampled(Instance other) {
        return other.chargesLike(instance) ? sampled : other.columns().gather(sample);
    }

    /** A random customer of each of many equal stretches, ascending. */
    public int[] sample() {
        return sample;
    }

    /**
     * The customers who may choose another set, ascending; all others keep theirs at all prices in
     * a box.
     *
     * @param other an instance that the anchor {@linkplain #serves serves}
     * @param middle of the box, signed prices of the other instance
     * @param radius of the box, row by row
     */
    public int[] unsettled(Instance other, double[] middle, double[] radius, Workers workers) {
        Shift shift = Shift.of(this, other, middle, radius);
        Blocks blocks = Blocks.of(new int[] {choices.length});
        int[][] found = new int[blocks.count()][];
        workers.forEach(
                blocks.count(),
                block -> found[block] = unsettled(shift, blocks.start(block), blocks.end(block)));
        return Arrays.stream(found).flatMapToInt(Arrays::stream).toArray();
    }

    private int[] unsettled(Shift shift, int from, int to) {
        int[] found = new int[to - from];
        int count = 0;
        for (int customer = from; customer < to; customer++) {
            if (mayMove(shift, customer)) {
                found[count++] = customer;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean mayMove(Shift shift, int customer) {
        return margin[customer]
                <= shift.most(customer, choices[customer], mostCost[customer], mostValue[customer]);
    }

    private void keep(Chunk chunk, int row) {
        Columns columns = instance.columns();
        Nearest nearest = new Nearest(instance.families());
        for (int i = 0; i < chunk.size(); i++) {
            nearest.look(chunk, i);
            double rounding = LEAST;
            double cost = 0;
            double value = 0;
            for (int offer = 0; offer < columns.offers(); offer++) {
                double reduced = chunk.reduced()[offer][i];
                if (!Double.isNaN(reduced)) {
                    rounding += RELATIVE * Math.abs(reduced);
                    cost = Math.max(cost, columns.costMicros(offer, row + i));
                    value = Math.max(value, Math.abs(columns.valueMicros(offer, row + i)));
                }
            }
            choices[row + i] = chunk.chosen(i);
            margin[row + i] = Math.nextDown((float) (nearest.regret() - rounding));
            mostCost[row + i] = Math.nextUp((float) cost);
            mostValue[row + i] = Math.nextUp((float) value);
        }
    }

    private static int[] sample(int customers) {
        int size = Math.min(SAMPLE, customers);
        SplittableRandom random = new SplittableRandom(20_072);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            long from = (long) i * customers / size;
            rows[i] = (int) random.nextLong(from, (i + 1L) * customers / size);
        }
        return rows;
    }
}
