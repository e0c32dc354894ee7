package dev.marginal.uplift;

import java.util.List;

/**
 * What a model's uplift rests on, for whom the experiment measured how much, and what the customers
 * were like that it learnt from.
 *
 * @param treatments one per treatment, in order
 * @param profiles one per feature, in order
 */
public record Inspection(List<OfTreatment> treatments, List<FeatureProfile> profiles) {
    public Inspection {
        treatments = List.copyOf(treatments);
        profiles = List.copyOf(profiles);
    }

    /** How many segments were measured over all treatments. */
    public int segments() {
        return treatments.stream().mapToInt(one -> one.segments().size()).sum();
    }

    /**
     * One treatment's effect.
     *
     * @param fidelity how well the small forest behind {@code importance} retells the model: R²
     *     against the model's uplift on rows that the forest was not grown on; at most 1, and
     *     {@code NaN} where the model gives everybody the same
     * @param importance one per feature, the most important first
     * @param segments by feature, the most important first
     */
    public record OfTreatment(
            String treatment,
            double fidelity,
            List<Importance> importance,
            List<Segment> segments) {
        public OfTreatment {
            importance = List.copyOf(importance);
            segments = List.copyOf(segments);
        }
    }

    /**
     * How much of the effect, as the model sees it, a feature decides.
     *
     * @param contribution by how much the feature moves a customer's uplift, up or down, on
     *     average: the mean absolute SHAP value, in currency
     * @param gain its share of what all splits together explain, in [0, 1]
     */
    public record Importance(String feature, double contribution, double gain) {}

    /**
     * Customers with like values of one feature.
     *
     * @param values which ones, in words, such as {@code up to 12.5}
     * @param rows of the history
     * @param effect mean doubly robust effect, out of fold; currency per customer
     * @param probability how probable it is that chance alone takes this effect so far from that of
     *     all others, when so many segments are looked at (by Holm's method); {@code NaN} where
     *     there are too few customers to tell
     */
    public record Segment(
            String feature, String values, int rows, Interval effect, double probability) {
        private static final double SMALL = 0.05;

        /** Whether the effect differs from that of all others by more than chance explains. */
        public boolean standsOut() {
            return probability < SMALL;
        }
    }
}
