package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.value.log.LogSettings;
import java.util.List;

/**
 * All of a boosted model but its trees.
 *
 * @param xgboost the version that grew the trees
 * @param logSettings how the log was read
 * @param until the last day that the fit knew, as ISO date
 * @param asOf the day as of which customers were shown to the trees, as ISO date; what they bought
 *     from then until {@code until} is what the trees learnt
 * @param windowDays days between the two
 * @param horizonDays days that scores look ahead
 * @param customers who had bought by {@code asOf}
 * @param buyers those who spent anything in the window
 * @param logVariance σ² of the logarithm of amounts; 0 where amounts are learnt as they are
 * @param brought where the columns beside the log come from
 * @param features in the order of the trees' columns
 */
public record BoostedFit(
        BoostedSettings settings,
        String xgboost,
        LogSettings logSettings,
        String until,
        String asOf,
        int windowDays,
        int horizonDays,
        int customers,
        int buyers,
        double logVariance,
        CustomerColumns.Origin brought,
        List<FeatureSpec> features) {
    public BoostedFit {
        features = List.copyOf(features);
    }

    /** What a window's purchases are multiplied by: as if customers went on at its pace. */
    public double stretch() {
        return (double) horizonDays / windowDays;
    }

    /** The features that do not come from the log, which whoever scores has to bring again. */
    public List<FeatureSpec> broughtFeatures() {
        return features.stream()
                .filter(feature -> !PastColumns.NAMES.contains(feature.name()))
                .toList();
    }

    /** What stands in the way of trust, as a sentence; empty for nothing. */
    public String finding() {
        return windowDays == horizonDays
                ? ""
                : ("The log is too short to have seen %d days follow on as many: trees learnt from %d days,"
                                + " and what they predict is stretched %.2f times.")
                        .formatted(horizonDays, windowDays, stretch());
    }
}
