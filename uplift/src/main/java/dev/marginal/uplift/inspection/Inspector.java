package dev.marginal.uplift.inspection;

import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.FeatureProfile;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.Inspection.Importance;
import dev.marginal.uplift.Inspection.OfTreatment;
import dev.marginal.uplift.Inspection.Segment;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks into a model: which features decide its uplift, what the experiment measured in which
 * segment, and what the history's customers were like.
 *
 * <p>Whatever the learner, its uplift is retold by one small forest per treatment, whose
 * contributions and gains are the importance; the fidelity says how well the retelling goes.
 * Segments are measured by doubly robust effects, not modelled, so that they hold whatever the
 * model is worth.
 */
public final class Inspector {
    private final long seed;
    private final Execution execution;

    /** The seed decides which rows the retelling forests are grown on. */
    public Inspector(long seed, Execution execution) {
        this.seed = seed;
        this.execution = execution;
    }

    /**
     * Inspects a model.
     *
     * @param outOfFold of the rows of {@code history}, in order
     * @param model fitted on {@code history}
     */
    public Inspection inspect(
            CampaignHistory history, OutOfFoldScores outOfFold, UpliftModel model) {
        Requires.require(
                outOfFold.rows() == history.rows(),
                "rows out of fold",
                outOfFold.rows(),
                history.rows() + ", as in the history");
        List<Column> features = history.customers().features();
        List<String> treatments = history.treatments();
        List<List<Segment>> segments =
                SegmentTable.of(features, outOfFold, execution).byTreatment(treatments.size());
        UpliftScores scores = model.score(history.customers());
        List<OfTreatment> all = new ArrayList<>();
        for (int t = 0; t < treatments.size(); t++) {
            EffectForest forest =
                    EffectForest.of(history.customers(), scores.uplift()[t], seed, execution);
            all.add(
                    new OfTreatment(
                            treatments.get(t),
                            forest.fidelity(),
                            forest.importance(),
                            sorted(segments.get(t), forest.importance())));
        }
        return new Inspection(all, profiles(features));
    }

    /** Those of the most important feature first. */
    private static List<Segment> sorted(List<Segment> segments, List<Importance> importance) {
        List<String> features = importance.stream().map(Importance::feature).toList();
        return segments.stream()
                .sorted(Comparator.comparingInt(one -> features.indexOf(one.feature())))
                .toList();
    }

    private List<FeatureProfile> profiles(List<Column> features) {
        FeatureProfile[] profiles = new FeatureProfile[features.size()];
        execution.each(profiles.length, f -> profiles[f] = Profiles.of(features.get(f)));
        return List.of(profiles);
    }
}
