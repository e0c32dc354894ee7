package dev.marginal.uplift;

import java.util.List;

/**
 * How one learner was chosen among several; see {@code uplift.choosing}.
 *
 * @param chosen the learner that all rows chose, which made the final model; empty where the
 *     learner was given
 * @param candidates every learner that was tried, in the order of the list; empty where the learner
 *     was given
 */
public record Choice(String chosen, List<Candidate> candidates) {
    public Choice {
        candidates = List.copyOf(candidates);
    }

    /** The learner was given. */
    public static Choice given() {
        return new Choice("", List.of());
    }

    /**
     * One learner, judged on all rows by models that saw neither their fold nor one more, so that
     * all learners are trained on less than they will be. The best of several flatters: the value
     * to believe is that of {@link Evaluation#model()}.
     *
     * @param value doubly robust policy value at the campaign's own budget; currency per customer
     * @param lead the best candidate's value minus this one's, paired; the best has zero
     * @param loss weighted mean of (doubly robust effect − score)², over rows and treatments, minus
     *     that of the score zero: negative where the score explains effects
     * @param slope of the doubly robust effect on the score; 1 where magnitudes are right
     * @param vetoed whether the slope is surely far from 1, so that the learner may not win
     * @param foldsWon in how many folds the rows of the other folds chose it
     */
    public record Candidate(
            String learner,
            Interval value,
            Interval lead,
            double loss,
            Interval slope,
            boolean vetoed,
            int foldsWon) {}
}
