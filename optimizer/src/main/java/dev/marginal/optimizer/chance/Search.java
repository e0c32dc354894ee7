package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.solving.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Looks for the best plan that keeps the promise, and for a bound of all such plans.
 *
 * <p>A plan comes from rows inside the promise, each met at the deviation of the plan before (two
 * to four solves). A bound comes from rows around it: plans are parted by their deviation, every
 * part has a row that all of its plans keep and the row's own bound, and the part with the highest
 * bound is parted again. It is parted where its row's best plan deviates, since the two new rows
 * refuse that plan unless it keeps the promise.
 *
 * @see <a href="https://doi.org/10.1287/opre.11.1.18">Charnes, Cooper (1963), Deterministic
 *     equivalents for optimizing and satisficing under chance constraints, Operations Research
 *     11(1)</a>
 */
final class Search {
    private static final int ROUNDS = 4;
    private static final int MOST_PARTINGS = 12;

    /** How much more is kept free after a row without a weight of the variance kept too little. */
    private static final double SURER = 1.01;

    private final Trials trials;
    private final Margin margin;
    private final Spread spread;
    private final double targetGap;
    private final Deadline deadline;
    private final Set<String> conflict = new LinkedHashSet<>();
    private Optional<Trial> best = Optional.empty();
    private Trial widest;

    Search(Trials trials, Margin margin, Spread spread, double targetGap, Deadline deadline) {
        this.trials = trials;
        this.margin = margin;
        this.spread = spread;
        this.targetGap = targetGap;
        this.deadline = deadline;
    }

    /** Looks for a plan; to be called first. */
    void findPlan() {
        boolean plain = spread.isHarmless(margin) || !margin.allowsVariance();
        Weights weights = plain ? Weights.PLAIN : near(0, margin.mostDeviation());
        widest = tried(trials.lowest(weights.around(margin, 0, margin.mostDeviation())));
        if (best.isEmpty() && !widest.isRefuted()) {
            improve(widest.hasPlan() ? widest.deviation() : margin.mostDeviation() / 4);
        }
    }

    /** Meets the promise at the deviation of the plan before, while that raises the bound. */
    private void improve(double start) {
        double deviation = start;
        long highest = Long.MIN_VALUE;
        for (int round = 0; round < ROUNDS && !deadline.passed(); round++) {
            double met = Math.max(deviation, Spread.LEAST);
            Trial trial = tried(trials.best(near(met, met).inside(margin, met)));
            if (!trial.hasPlan() || best.isPresent() && !isHigher(trial.bound(), highest)) {
                return;
            }
            highest = Math.max(highest, trial.bound());
            deviation = (trial.keeps(margin) ? 1 : SURER) * trial.deviation();
        }
    }

    private boolean isHigher(long bound, long than) {
        return bound - (double) than > targetGap * Math.abs((double) than);
    }

    /** The best plan that keeps the promise. */
    Optional<Trial> best() {
        return best;
    }

    /** The trial whose row every plan keeps. */
    Trial widest() {
        return widest;
    }

    /** Limits that fight, in sentences; none unless it is proven that there is no plan. */
    List<String> conflict() {
        return new ArrayList<>(conflict);
    }

    /**
     * Lowers a bound in micro-units; {@link Long#MIN_VALUE} if it is proven that there is no plan.
     *
     * @param known a bound known otherwise
     */
    long bound(long known) {
        if (widest.isRefuted()) {
            addConflict(widest);
            return Long.MIN_VALUE;
        }
        PriorityQueue<Interval> open =
                new PriorityQueue<>(Comparator.comparingLong(Interval::bound).reversed());
        long first = Math.min(known, widest.bound());
        open.add(new Interval(0, margin.mostDeviation(), first, widest.deviation()));
        for (int parting = 0; parting < MOST_PARTINGS && !deadline.passed(); parting++) {
            if (open.isEmpty() || isEnough(open.peek().bound()) || open.peek().isPoint()) {
                break;
            }
            Interval whole = open.poll();
            double between = whole.parting();
            part(whole, whole.low(), between).ifPresent(open::add);
            part(whole, between, whole.high()).ifPresent(open::add);
        }
        if (open.isEmpty()) {
            return Long.MIN_VALUE;
        }
        conflict.clear();
        return open.peek().bound();
    }

    private Optional<Interval> part(Interval whole, double low, double high) {
        Trial trial = tried(trials.lowest(near(low, high).around(margin, low, high)));
        if (trial.isRefuted()) {
            addConflict(trial);
            return Optional.empty();
        }
        if (best.isEmpty() && trial.hasPlan()) {
            improve(trial.deviation());
        }
        long bound = Math.min(whole.bound(), trial.bound());
        return Optional.of(new Interval(low, high, bound, trial.deviation()));
    }

    /** Whether lowering the bound further would say more than the solver can. */
    private boolean isEnough(long bound) {
        if (best.isEmpty()) {
            return false;
        }
        long value = best.get().plan().valueMicros();
        double play = Math.max(targetGap * Math.abs((double) bound), best.get().bound() - value);
        return bound - value <= play;
    }

    private Trial tried(Trial trial) {
        if (trial.keeps(margin) && best.map(one -> isBetter(trial, one)).orElse(true)) {
            best = Optional.of(trial);
        }
        return trial;
    }

    private static boolean isBetter(Trial trial, Trial than) {
        return trial.plan().valueMicros() > than.plan().valueMicros();
    }

    private Weights near(double low, double high) {
        return Weights.near(margin.z() / (low + high), spread, margin);
    }

    private void addConflict(Trial refuted) {
        for (String sentence : refuted.plan().conflict()) {
            boolean own = sentence.startsWith(margin.name());
            conflict.add(own ? margin.sentence() : sentence);
        }
    }
}
