package dev.marginal.scenarios.explanation;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Where, as one price moves, the decision on an offer changes first.
 *
 * <p>Every offer's worth is linear in the price, so that the worth of the best set with an offer,
 * and of the best one without, are convex and piecewise linear in it. Their corners are found
 * exactly by the chord method of Eisner and Severance (1976): the lines of the best sets at both
 * ends meet somewhere; if no set is better there, that is the corner, else the two halves are
 * looked at likewise. Between corners the lead is linear, and so is its zero.
 */
final class PriceWalk {
    private static final double PLAY = 1e-12;

    private final BestSets sets;
    private final int offer;
    private final DoubleFunction<double[]> worthAt;

    /**
     * A walk.
     *
     * @param worthAt the worth of every offer at a price
     */
    PriceWalk(BestSets sets, int offer, DoubleFunction<double[]> worthAt) {
        this.sets = sets;
        this.offer = offer;
        this.worthAt = worthAt;
    }

    /** The price nearest to {@code from} beyond which the lead has the other sign. */
    Optional<Double> firstChange(double from, double to) {
        TreeSet<Double> corners = new TreeSet<>();
        addCorners(from, to, worth -> sets.with(offer, worth), corners);
        addCorners(from, to, worth -> sets.without(offer, worth), corners);
        corners.add(to);
        double sign = Math.signum(lead(from));
        double before = from;
        for (double corner : from < to ? corners : corners.descendingSet()) {
            double lead = lead(corner);
            if (lead * sign < -PLAY) {
                double start = Math.max(0, lead(before) * sign);
                return Optional.of(before + (corner - before) * start / (start + Math.abs(lead)));
            }
            before = corner;
        }
        return Optional.empty();
    }

    private double lead(double price) {
        return sets.lead(offer, worthAt.apply(price));
    }

    private void addCorners(
            double from, double to, Function<double[], Long> best, TreeSet<Double> corners) {
        addCorners(
                from,
                best.apply(worthAt.apply(from)),
                to,
                best.apply(worthAt.apply(to)),
                best,
                corners);
    }

    private void addCorners(
            double a,
            long bestAtA,
            double b,
            long bestAtB,
            Function<double[], Long> best,
            TreeSet<Double> corners) {
        double[] worthAtA = worthAt.apply(a);
        double[] worthAtB = worthAt.apply(b);
        double ahead = BestSets.sum(bestAtA, worthAtA) - BestSets.sum(bestAtB, worthAtA);
        double behind = BestSets.sum(bestAtB, worthAtB) - BestSets.sum(bestAtA, worthAtB);
        double corner = a + (b - a) * ahead / (ahead + behind);
        if (ahead <= 0 || behind <= 0 || corner == a || corner == b) {
            return;
        }
        double[] worth = worthAt.apply(corner);
        long between = best.apply(worth);
        double better = BestSets.sum(between, worth) - BestSets.sum(bestAtA, worth);
        if (better <= PLAY * (1 + Math.abs(BestSets.sum(between, worth)))) {
            corners.add(corner);
            return;
        }
        addCorners(a, bestAtA, corner, between, best, corners);
        addCorners(corner, between, b, bestAtB, best, corners);
    }
}
