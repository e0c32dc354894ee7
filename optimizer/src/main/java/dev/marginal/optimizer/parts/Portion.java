package dev.marginal.optimizer.parts;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Counted;
import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.SlopeSums;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;
import java.io.Serializable;
import java.util.Arrays;

/**
 * One part of a campaign's customers, as the kernel reads it: answers what {@link
 * dev.marginal.optimizer.kernel.Everyone} is asked, for its own customers. Works in the caller's
 * thread; for one caller at a time.
 */
public final class Portion {
    private final Instance instance;
    private final Workers alone = new Workers(new Execution(1));
    private final Pass pass;

    /** A part that is read as a joint campaign's. */
    public Portion(OfferBook part, Joint joint) {
        this.instance = joint.among(part);
        this.pass = new Pass(instance, instance.columns(), alone);
    }

    /** How many customers. */
    public int customers() {
        return instance.customers();
    }

    /**
     * What the best choices add up to, and how many are how near to indifference.
     *
     * @return {@link Sums#flat} and then {@link Curvature#counts}: adding up those of all parts
     *     gives everyone's
     */
    public long[] sums(double[] prices, double[] unit, double temperature) {
        Curvature curvature = new Curvature(instance, unit, temperature);
        long[] sums = pass.sums(instance.rates(prices), curvature).flat();
        long[] counts = curvature.counts();
        long[] both = Arrays.copyOf(sums, sums.length + counts.length);
        System.arraycopy(counts, 0, both, sums.length, counts.length);
        return both;
    }

    /** Some rows. */
    public Columns gather(int[] rows) {
        return instance.columns().gather(rows);
    }

    /** Those whose choice is open in a box of prices. */
    public Open open(double[] middle, double[] radius) {
        Pass.Screened screened = screened(middle, radius);
        return new Open(gather(screened.open()), screened.settled().flat());
    }

    private Pass.Screened screened(double[] middle, double[] radius) {
        return pass.screened(instance.rates(middle), instance.reach(radius));
    }

    /**
     * Rows whose choice is open.
     *
     * @param columns these rows
     * @param settled {@link Sums#flat} of all others' choices
     */
    public record Open(Columns columns, long[] settled) implements Serializable {}

    /** Every step that some price of a single budget makes worthwhile. */
    public SlopeSums slopes() {
        return SlopeSums.of(instance, alone);
    }

    /** As of {@link Instance#mostPerUnit}. */
    public double mostPerUnit(int row) {
        return instance.mostPerUnit(row);
    }

    /**
     * Everyone's set: of those who are open in a box of prices these, of all others what they
     * choose there.
     *
     * @param open one for each open row, in their order
     */
    public long[] sets(double[] middle, double[] radius, long[] open) {
        Pass.Screened screened = screened(middle, radius);
        long[] sets = screened.choices();
        int[] rows = screened.open();
        for (int row = 0; row < rows.length; row++) {
            sets[rows[row]] = open[row];
        }
        return sets;
    }

    /**
     * What sets add up to: {@link Sums#flat}.
     *
     * @param sets one for each customer
     * @throws IllegalStateException if a customer may not get their set
     */
    public long[] sums(long[] sets) {
        return Counted.of(instance, sets, alone).sums().flat();
    }
}
