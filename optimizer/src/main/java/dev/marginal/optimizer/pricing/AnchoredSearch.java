package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Pass;
import dev.marginal.optimizer.kernel.Reading;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;

/**
 * Finds the lowest prices as {@link PriceSearch} does, from an {@link
 * dev.marginal.optimizer.kernel.Anchor}: what everyone chooses at other prices is known.
 *
 * <p>A sample of customers, with what all use at the anchor, says about where the lowest prices lie
 * and how well it knows. One reading of everyone leaves those whose choice may differ in a box
 * around there; only they are looked at closely, and all but the nearest to indifference are
 * settled ({@link Narrowing}). Where the lowest prices touch the box, a wider one around them is
 * next. Every customer who is left out keeps the same choice everywhere in the box, so that the
 * dual there is exact.
 */
public final class AnchoredSearch {
    private static final double TIGHT = 12;
    private static final double WIDEST = 100;
    private static final double WARM = 0.1;
    private static final double DEVIATIONS = 6;
    private static final double FAR = 0.2;
    private static final double AWAY = 0.01;

    private final Reading read;
    private final Instance instance;
    private final Workers workers;
    private final Deadline deadline;
    private final Scale scale;
    private final Box signs;
    private Near room;

    /** A search for the instance that reads the anchor. */
    public AnchoredSearch(Reading read, Workers workers, Deadline deadline) {
        this.read = read;
        this.instance = read.instance();
        this.workers = workers;
        this.deadline = deadline;
        this.scale = Scale.of(instance, read.chosen());
        this.signs = scale.signs(Everyone.here(instance, workers));
    }

    /**
     * The prices of the lowest dual found, with those whose choice could still change near them.
     */
    public Near lowest(double[] start) {
        room = bySample(start);
        return tight(room);
    }

    /**
     * The same with all the room that {@link #lowest} knew, from prices that turned out to be held
     * back by less of it.
     */
    public Near withRoom(double[] prices) {
        return new Near(room.crowd(), prices, room.box(), room.choices(), room.blur());
    }

    /** The same in a box that is wide whatever the sample said. */
    public Near wider(double[] prices) {
        double[] radius = new double[prices.length];
        for (int row = 0; row < radius.length; row++) {
            double known = room.box().high()[row] - room.box().low()[row];
            double likely =
                    FAR * Math.abs(prices[row]) + AWAY * scale.perCustomer() / scale.unit()[row];
            radius[row] = Math.max(known, likely);
        }
        return around(prices, radius, WARM * scale.perCustomer());
    }

    private Near bySample(double[] start) {
        Crowd sample = Crowd.sample(read, workers);
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
            long other = choices[row] ^ read.choice(customer);
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
            Reading.Open open = read.open(middle, radius);
            Crowd some = Crowd.of(open, read, workers);
            Near near = new Narrowing(some, scale, box, deadline).from(middle, temperature);
            if (!box.cuts(near.prices(), signs) || wide > WIDEST || deadline.passed()) {
                keep(near.choices(), some, open.choices());
                return new Near(
                        near.crowd(), near.prices(), near.box(), open.choices(), near.blur());
            }
            middle = near.prices();
        }
    }

    /**
     * Only those whose choice may change while prices move a few times as far as they may be off.
     */
    private static Near tight(Near near) {
        double[] radius = new double[near.blur().length];
        for (int row = 0; row < radius.length; row++) {
            radius[row] = TIGHT * near.blur()[row];
        }
        Crowd crowd = near.crowd();
        Pass.Screened screened = crowd.screened(near.prices(), radius);
        keep(screened.choices(), crowd, near.choices());
        Box box = near.box().around(near.prices(), radius, 1);
        return new Near(crowd.unsettled(screened), near.prices(), box, near.choices(), near.blur());
    }

    private static void keep(long[] some, Crowd crowd, long[] choices) {
        for (int row = 0; row < some.length; row++) {
            choices[crowd.customers()[row]] = some[row];
        }
    }
}
