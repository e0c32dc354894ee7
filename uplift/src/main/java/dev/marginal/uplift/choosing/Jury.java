package dev.marginal.uplift.choosing;

import dev.marginal.uplift.Interval;
import dev.marginal.uplift.evaluation.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Picks the winner on some rows.
 *
 * <p>The candidate of the highest policy value leads; those whose paired 95 % interval against it
 * includes zero tie with it; among these the least doubly robust loss wins, the first of the list
 * where that is equal too. A candidate whose calibration slope is surely below 0.3, because it
 * promises more than three times what is there, may not win, unless nobody may.
 */
final class Jury {
    private static final double LEAST_SLOPE = 0.3;

    private final List<Trial> trials;
    private final double[] weight;

    /**
     * A jury that looks at some rows.
     *
     * @param weight of each row, zero for those not looked at
     */
    Jury(List<Trial> trials, double[] weight) {
        this.trials = trials;
        this.weight = weight;
    }

    /** The winner's place in the list. */
    int winner() {
        List<Integer> eligible = eligible();
        int best = best(eligible);
        return eligible.stream()
                .filter(candidate -> !(lead(best, candidate).low() > 0))
                .min(Comparator.comparingDouble(candidate -> trials.get(candidate).loss(weight)))
                .orElseThrow();
    }

    /** The place of the highest policy value among those that may win. */
    int best() {
        return best(eligible());
    }

    /** Whether the candidate promises far too much. */
    boolean vetoes(int candidate) {
        return trials.get(candidate).slope(weight).high() < LEAST_SLOPE;
    }

    /** One candidate's policy value minus another's. */
    Interval lead(int candidate, int other) {
        return trials.get(candidate).leadOver(trials.get(other), weight);
    }

    private int best(List<Integer> candidates) {
        return candidates.stream()
                .max(
                        Comparator.<Integer>comparingDouble(
                                        candidate -> trials.get(candidate).value(weight).estimate())
                                .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private List<Integer> eligible() {
        List<Integer> all = IntStream.range(0, trials.size()).boxed().toList();
        List<Integer> calibrated = all.stream().filter(each -> !vetoes(each)).toList();
        return calibrated.isEmpty() ? all : calibrated;
    }
}
