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
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
 * <p>The largest of these over steps from 0 to budget / z is a bound for all. It starts as one
 * step; the step with the largest bound is halved, until the chord of that step is within {@value
 * #PLAY} of its bound, at most {@value #MOST_HALVINGS} times.
 */
final class Ladder {
    private static final double PLAY = 1e-7;
    private static final int MOST_HALVINGS = 60;

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
        Instance instance = Instance.of(book, Stream.concat(priced, rules.limits(terms)).toList());
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
        Limit.Part part = new Limit.Part(terms.offersIn(Scope.ANY), Segment.EVERYONE, charge, 1);
        return new Limit.Shared(charge.name(), List.of(part), Limit.Shared.NO_FLOOR, 0);
    }

    /** The bound in micro-units; two passes over all customers for each halving. */
    long bound(Workers workers) {
        PriorityQueue<Step> steps =
                new PriorityQueue<>(
                        Comparator.comparingLong(Step::bound).reversed().thenComparing(Step::low));
        steps.add(step(0, margin.mostDeviation(), workers));
        for (int halving = 0; halving < MOST_HALVINGS && isLoose(steps.peek()); halving++) {
            Step largest = steps.poll();
            double middle = (largest.low + largest.high) / 2;
            steps.add(step(largest.low, middle, workers));
            steps.add(step(middle, largest.high, workers));
        }
        return steps.peek().bound;
    }

    /** The chord is farthest from the square root in the middle, by (q − p)² / 4(p + q). */
    private boolean isLoose(Step step) {
        double width = step.high - step.low;
        double farthest = width * width / (4 * (step.low + step.high)) * OfferBook.MICROS;
        return prices[0] * margin.z() * farthest > PLAY * Math.abs((double) step.bound);
    }

    private Step step(double low, double high, Workers workers) {
        double[] here = prices.clone();
        here[1] = prices[0] * margin.z() / (low + high);
        double kept = margin.z() * low * high / (low + high) * OfferBook.MICROS;
        double room = prices[0] * (margin.budget() - kept);
        long customers = Bound.at(here, instance, workers).statedMicros();
        return new Step(low, high, outwards(customers, room));
    }

    /** The sum, rounded up; {@link Long#MAX_VALUE} where it is more than a long can hold. */
    private long outwards(long customers, double room) {
        if (customers == Long.MAX_VALUE) {
            return customers;
        }
        double terms = Math.abs((double) customers) + prices[0] * margin.budget();
        return (long) Math.ceil(customers + room + 0x1p-48 * terms + 1);
    }

    private record Step(double low, double high, long bound) {}
}
