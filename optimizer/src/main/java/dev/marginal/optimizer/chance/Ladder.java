package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the prices of a plan prove about every plan that keeps the promise.
 *
 * <p>Let λ be the price of the budget, π those of the rules, and t a plan's standard deviation. For
 * plans with p ≤ t ≤ q the square root lies above its chord, {@code √V ≥ (V + pq) / (p + q)}, so
 * that none of them is worth more than
 *
 * <pre>λ·(budget − z·pq/(p + q)) + Σ π·limit + Σ over customers of their best admissible choice
 * when cost is priced at λ, variance at λ·z/(p + q), and the rest at π.</pre>
 *
 * <p>The largest of these over steps from 0 to budget / z is a bound for all. The steps are fine
 * around the deviation of the plan, where the bound is decided, and coarse elsewhere: with k = 1 to
 * {@value #FINEST}, they part at t·(1 − 4<sup>−k</sup>) and t·(1 + 4<sup>−k</sup>), then at 2t, 4t,
 * 8t, …
 */
final class Ladder {
    private static final int FINEST = 5;

    private final Margin margin;
    private final Instance instance;
    private final double[] prices;

    private Ladder(Margin margin, Instance instance, double[] prices) {
        this.margin = margin;
        this.instance = instance;
        this.prices = prices;
    }

    /** The ladder at the prices of a trial. */
    static Ladder of(Trial trial, Margin margin, OfferBook book, Rules rules) {
        Terms terms = Terms.of(book);
        Stream<Limit> priced = Stream.of(limit(Charge.COST, terms), limit(scatter(), terms));
        Instance instance =
                Instance.of(book, Stream.concat(priced, rules.limits(terms)).toList());
        double[] prices = new double[instance.rows()];
        prices[0] = trial.price();
        for (int rule = 0; rule < trial.rules().size(); rule++) {
            LimitUse use = trial.rules().get(rule);
            prices[2 + rule] = use.price() * use.limit().microsPerUnit();
        }
        return new Ladder(margin, instance, prices);
    }

    private static Charge scatter() {
        return new Charge(Budget.VARIANCE);
    }

    /** A limit of nothing, so that what it allows adds nothing to a bound. */
    private static Limit limit(Charge charge, Terms terms) {
        Limit.Part part =
                new Limit.Part(terms.offersIn(Scope.ANY), Segment.EVERYONE, charge, 1);
        return new Limit.Shared(
                charge.name(), List.of(part), Limit.Shared.NO_FLOOR, 0);
    }

    /** The bound in micro-units; one pass over all customers for each step. */
    long bound(double deviation, Workers workers) {
        long largest = Long.MIN_VALUE;
        double low = 0;
        for (double high : ends(deviation, margin.mostDeviation())) {
            largest = Math.max(largest, step(low, high, workers));
            low = high;
        }
        return largest;
    }

    private long step(double low, double high, Workers workers) {
        double[] here = prices.clone();
        here[1] = prices[0] * margin.z() / (low + high);
        double kept = margin.z() * low * high / (low + high) * OfferBook.MICROS;
        double room = prices[0] * (margin.budget() - kept);
        double outwards = 0x1p-48 * prices[0] * margin.budget() + 1;
        return Bound.at(here, instance, workers).statedMicros()
                + (long) Math.ceil(room + outwards);
    }

    /** Where the steps end, rising. */
    static TreeSet<Double> ends(double deviation, double most) {
        TreeSet<Double> ends = new TreeSet<>();
        ends.add(most);
        if (deviation > 0) {
            for (int k = 1; k <= FINEST; k++) {
                ends.add(deviation * (1 - Math.pow(4, -k)));
                ends.add(deviation * (1 + Math.pow(4, -k)));
            }
            for (double end = 2 * deviation; end < most; end *= 2) {
                ends.add(end);
            }
        }
        ends.tailSet(most, false).clear();
        return ends;
    }
}
