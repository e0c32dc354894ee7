package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.FeatureSpec;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.LearnerSettings.Trees;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.boosting.FeatureMatrix;
import dev.marginal.uplift.boosting.Forest;
import dev.marginal.uplift.boosting.Objective;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Grows the forests of one model and collects those that scoring will need. */
final class ModelBuilder {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final String learner;
    private final CampaignHistory history;
    private final LearnerSettings settings;
    private final Execution execution;
    private final List<FeatureSpec> features;
    private final FeatureMatrix matrix;
    private final SortedMap<String, byte[]> forests = new TreeMap<>();
    private final SortedMap<String, Double> constants = new TreeMap<>();

    ModelBuilder(
            String learner,
            CampaignHistory history,
            LearnerSettings settings,
            Execution execution) {
        this.learner = learner;
        this.history = history;
        this.settings = settings;
        this.execution = execution;
        this.features = history.customers().features().stream().map(FeatureSpec::of).toList();
        this.matrix = FeatureMatrix.of(history.customers(), features);
    }

    /**
     * The rows of an arm, to be closed by the caller.
     *
     * @throws IllegalArgumentException if there are none
     */
    ArmRows rows(int arm) {
        return ArmRows.of(history, matrix, arm, execution);
    }

    /** Grows a forest that only the fitting needs; its name decides its random numbers. */
    Forest grow(String name, ArmRows rows, float[] label, Objective objective, Trees trees) {
        return rows.rows().fit(label, objective, trees, seed(name));
    }

    /** Grows a forest that becomes a part of the model. */
    Forest keep(String name, ArmRows rows, float[] label, Objective objective, Trees trees) {
        Forest forest = grow(name, rows, label, objective, trees);
        forests.put(name, forest.bytes());
        return forest;
    }

    /** Makes a number a part of the model. */
    void keep(String name, double constant) {
        constants.put(name, constant);
    }

    /** Everything kept. */
    ModelParts parts() {
        Provenance provenance =
                new Provenance(
                        learner,
                        settings,
                        history.fingerprint(),
                        history.rows(),
                        Versions.marginal(),
                        Versions.xgboost());
        return new ModelParts(provenance, history.treatments(), features, constants, forests);
    }

    private long seed(String name) {
        return (settings.seed() + name.hashCode()) * SPREAD >>> 1;
    }
}
