package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Anchor;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;

/**
 * Finds the lowest prices as {@link PriceSearch} does, from an {@link Anchor}: what everyone
 * chooses at other prices is known, and how firmly.
 *
 * <p>A sample of customers, with what the anchor knows of all, says about where the lowest prices
 * lie and how well it knows. One reading of the anchor's margins, four bytes a customer, leaves
 * those whose choice may differ in a box around there; they are looked at once, and all but the
 * nearest to indifference are settled ({@link Narrowing}). Where the lowest prices touch the box, a
 * wider one around them is next. Every customer who is left out keeps the same choice everywhere in
 * the box, so that the dual there is exact.
 */
public final class AnchoredSearch {
    private static final double WIDEST = 100;
    private static final double WARM = 0.1;
    private static final double DEVIATIONS = 3.5;

    private final Anchor anchor;
    private final Instance instance;
    private final Workers workers;
    private final Deadline deadline;
    private final Sums chosen;
    private final Scale scale;
    private final Box signs;

    /** A search for an instance that the anchor serves. */
    public AnchoredSearch(Anchor anchor, Instance instance, Workers workers, Deadline deadline) {
        this.anchor = anchor;
        this.instance = instance;
        this.workers = workers;
        this.deadline = deadline;
        this.chosen = anchor.sums(instance, workers);
        this.scale = Scale.of(instance, chosen);
        this.signs = scale.signs(instance);
    }

    /** The prices of the lowest dual found, with those whose choice could still change. */
    public Near lowest(double[] start) {
        Crowd sample = Crowd.sample(anchor, chosen, instance, workers);
        Newton newton =
                new Newton(sample, scale.times(sample.share()), signs, deadline)
                        .at(WARM * scale.perCustomer());
        double[] prices = newton.from(start, Integer.MAX_VALUE).prices();
        return around(prices, newton.blur(noise(sample, prices)), newton.temperature());
    }

    /** By how many of a sample's customers the use of each row may be wrong. */
    private double[] noise(Crowd sample, double[] prices) {
        long[] choices = sample.choices(prices);
        double[] moved = new double[prices.length];
        for (int row = 0; row < choices.length; row++) {
            int customer = sample.customers()[row];
            long other = choices[row] ^ anchor.choice(customer);
            for (; other != 0; other &= other - 1) {
                for (int limit : instance.rowsOf(customer, Long.numberOfTrailingZeros(other))) {
                    moved[limit]++;
                }
            }
        }
        for (int limit = 0; limit < moved.length; limit++) {
            moved[limit] = DEVIATIONS * Math.sqrt(1 + moved[limit]);
        }
        return moved;
    }

    private Near around(double[] start, double[] blur, double temperature) {
        double[] middle = start;
        for (double wide = 1; ; wide *= 2) {
            double[] radius = new double[blur.length];
            for (int row = 0; row < radius.length; row++) {
                radius[row] = wide * blur[row];
            }
            Box box = signs.around(middle, radius, 1);
            long[] choices = anchor.choices();
            Crowd some = Crowd.around(anchor, chosen, instance, workers, middle, radius);
            Pass.Screened screened = some.screened(middle, radius);
            keep(screened.choices(), some, choices);
            Crowd unsettled = some.unsettled(screened);
            Near near = new Narrowing(unsettled, scale, box, deadline).from(middle, temperature);
            if (!box.cuts(near.prices(), signs) || wide > WIDEST || deadline.passed()) {
                keep(near.choices(), unsettled, choices);
                return new Near(near.crowd(), near.prices(), near.box(), choices, near.blur());
            }
            middle = near.prices();
        }
    }

    private static void keep(long[] some, Crowd crowd, long[] choices) {
        for (int row = 0; row < some.length; row++) {
            choices[crowd.customers()[row]] = some[row];
        }
    }
}
