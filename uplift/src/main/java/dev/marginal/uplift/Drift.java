package dev.marginal.uplift;

import java.util.List;

/**
 * How far customers differ from those of the history that a model learnt from, feature by feature.
 *
 * <p>Trees say of a value that they never saw what they say of the nearest one they saw: scores of
 * such customers are guesses, and the experiment holds nothing to check them by.
 *
 * @param customers how many were compared
 * @param features in the order of the history's
 */
public record Drift(int customers, List<OfFeature> features) {
    public Drift {
        features = List.copyOf(features);
    }

    /** The features that are not as in the history, the farthest first. */
    public List<OfFeature> moved() {
        return features.stream()
                .filter(OfFeature::isRemarkable)
                .sorted((a, b) -> Double.compare(b.stability(), a.stability()))
                .toList();
    }

    /** How far a feature has moved. */
    public enum Reading {
        /** Spread as in the history, or no farther from it than chance takes it. */
        STABLE,
        /** A stability index from 0.1 on. */
        SHIFTED,
        /** A stability index from 0.25 on: other customers than those of the history. */
        DIFFERENT
    }

    /** What can make a feature useless. */
    public enum Fault {
        NONE,
        /** No customer has a value, though rows of the history had. */
        EMPTY,
        /** All customers have the same value, though rows of the history differed. */
        CONSTANT,
        /** All rows of the history said the same: the model could not learn from it. */
        NEVER_VARIED
    }

    /**
     * One feature.
     *
     * @param stability the population stability index {@code Σ (a − h) ln(a / h)} over the bins of
     *     the {@link FeatureProfile}, missing values and new words: a and h are the bins' shares of
     *     customers and history, half a row added to each
     * @param missing the share of customers without a value
     * @param missingBefore the same of the history
     * @param unseen the share of customers with a word that the history never had
     * @param unseenWords the most frequent of these, at most three
     * @param below the share of customers below the history's lowest number
     * @param above the share of customers above its highest
     */
    public record OfFeature(
            String feature,
            double stability,
            Reading reading,
            Fault fault,
            double missing,
            double missingBefore,
            double unseen,
            List<String> unseenWords,
            double below,
            double above) {
        public OfFeature {
            unseenWords = List.copyOf(unseenWords);
        }

        /** The share of customers whose value lies outside of all that the history had. */
        public double outside() {
            return unseen + below + above;
        }

        /** Whether a reader should know. */
        public boolean isRemarkable() {
            return reading != Reading.STABLE || fault != Fault.NONE || outside() >= 0.01;
        }
    }
}
