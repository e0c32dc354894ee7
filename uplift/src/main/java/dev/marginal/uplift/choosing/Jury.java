package dev.marginal.uplift.choosing;

import dev.marginal.uplift.Interval;
import dev.marginal.uplift.evaluation.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Picks the winner of some trials on the same rows.
 *
 * <p>The candidate of the highest policy value leads; those whose paired 95 % interval against it
 * includes zero tie with it; among these the least doubly robust loss wins, the first of the list
 * where that is equal too. A candidate whose calibration slope is surely below 0.3, because it
 * promises more than three times what is there, may not win, unless nobody may.
 *
 * @param trials one per candidate
 */
record Jury(List<Trial> trials) {
    private static final double LEAST_SLOPE = 0.3;

    /** The winner's place in the list. */
    int winner() {
        int best = best();
        return eligible()
                .filter(candidate -> !(lead(best, candidate).low() > 0))
                .boxed()
                .min(Comparator.comparingDouble(candidate -> trials.get(candidate).loss()))
                .orElseThrow();
    }

    /** The place of the highest policy value among those that may win. */
    int best() {
        return eligible()
                .boxed()
                .min(Comparator.comparingDouble(each -> -trials.get(each).value().estimate()))
                .orElseThrow();
    }

    /** Whether the candidate promises far too much. */
    boolean vetoes(int candidate) {
        return trials.get(candidate).slope().high() < LEAST_SLOPE;
    }

    /** One candidate's policy value minus another's. */
    Interval lead(int candidate, int other) {
        return trials.get(candidate).leadOver(trials.get(other));
    }

    private IntStream eligible() {
        boolean allVetoed = all().allMatch(this::vetoes);
        return all().filter(candidate -> allVetoed || !vetoes(candidate));
    }

    private IntStream all() {
        return IntStream.range(0, trials.size());
    }
}
