package dev.marginal.uplift.learners;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.FeatureSpec;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.HeldOut;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.TrainingRows;
import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.GrownParts.Part;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Grows the forests of one model and collects those that scoring will need. */
final class ModelBuilder {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final double HELD_OUT_SHARE = 0.2;

    private final CampaignHistory history;
    private final LearnerSettings settings;
    private final Execution execution;
    private final List<FeatureSpec> features;
    private final FeatureMatrix matrix;
    private final ArmDesign design;
    private final Labels labels;
    private final Draw heldOut;
    private final GrownParts grown;
    private final SortedMap<String, byte[]> forests = new TreeMap<>();
    private final SortedMap<String, Double> constants = new TreeMap<>();

    /**
     * A model without parts.
     *
     * @throws IllegalArgumentException if an arm has no rows, or the head cannot learn from them
     */
    ModelBuilder(CampaignHistory history, LearnerSettings settings, Execution execution) {
        this(history, settings, execution, new GrownParts());
    }

    /**
     * The same, of a history that others have learnt from before.
     *
     * @throws IllegalArgumentException if an arm has no rows, or the head cannot learn from them
     */
    ModelBuilder(
            CampaignHistory history,
            LearnerSettings settings,
            Execution execution,
            GrownParts grown) {
        requireArms(history);
        this.history = history;
        this.settings = settings;
        this.execution = execution;
        this.features = history.customers().features().stream().map(FeatureSpec::of).toList();
        this.matrix = FeatureMatrix.of(history.rows(), history.customers().features(), features);
        this.design = ArmDesign.of(history.tiers());
        this.labels = Labels.of(history, settings.head());
        this.heldOut = new Draw(history.group(), seed("held out"));
        this.grown = grown;
        design.keep(history.treatments(), constants);
    }

    /** The same model without anything kept. */
    private ModelBuilder(ModelBuilder whole) {
        this.history = whole.history;
        this.settings = whole.settings;
        this.execution = whole.execution;
        this.features = whole.features;
        this.matrix = whole.matrix;
        this.design = whole.design;
        this.labels = whole.labels;
        this.heldOut = whole.heldOut;
        this.grown = whole.grown;
    }

    CampaignHistory history() {
        return history;
    }

    LearnerSettings settings() {
        return settings;
    }

    Execution execution() {
        return execution;
    }

    Labels labels() {
        return labels;
    }

    /** What joint models must not lower P(order) with. */
    int[] monotone() {
        return design.monotone(features.size());
    }

    /** Lays out these rows for forests that know the features alone. */
    LaidRows lay(int[] which) {
        return lay(which, weights(which));
    }

    /** Lays out these rows with weights of their own. */
    LaidRows lay(int[] which, float[] weight) {
        return new LaidRows(which, TrainingRows.of(matrix, which, weight, execution));
    }

    /** Lays out these rows for forests that know the arm too. */
    LaidRows layJointly(int[] which) {
        int[] arm = new int[which.length];
        for (int i = 0; i < which.length; i++) {
            arm[i] = history.arm()[which[i]];
        }
        return new LaidRows(
                which,
                TrainingRows.of(matrix, which, design.columns(), arm, weights(which), execution));
    }

    /**
     * Keeps a part that others may have grown before.
     *
     * @param name says, with the history and the settings, all that the part depends on
     * @param growing keeps what belongs to the part
     */
    void once(String name, Consumer<ModelBuilder> growing) {
        Part part = grown.once(settings, name, () -> apart(growing));
        forests.putAll(part.forests());
        constants.putAll(part.constants());
    }

    private Part apart(Consumer<ModelBuilder> growing) {
        ModelBuilder part = new ModelBuilder(this);
        growing.accept(part);
        return new Part(part.forests, part.constants);
    }

    /** Grows a forest that only the fitting needs; its name decides its random numbers. */
    Forest grow(String name, LaidRows rows, Target target, Trees trees) {
        if (settings.patience() == 0) {
            return rows.training().fit(target, trees, seed(name));
        }
        boolean[] held = new boolean[rows.which().length];
        for (int i = 0; i < held.length; i++) {
            held[i] = heldOut.of(rows.which()[i]) < HELD_OUT_SHARE;
        }
        return rows.training()
                .fit(target, trees, new HeldOut(held, settings.patience()), seed(name));
    }

    /** Grows a forest that becomes a part of the model. */
    Forest keep(String name, LaidRows rows, Target target, Trees trees) {
        return keep(name, grow(name, rows, target, trees));
    }

    /** Makes a forest a part of the model. */
    Forest keep(String name, Forest forest) {
        forests.put(name, forest.bytes());
        return forest;
    }

    /** Makes a number a part of the model. */
    void keep(String name, double constant) {
        constants.put(name, constant);
    }

    /** Everything kept. */
    ModelParts parts(String learner) {
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

    /** The seed of what has this name. */
    long seed(String name) {
        return (settings.seed() + name.hashCode()) * SPREAD >>> 1;
    }

    /** The rows of a treatment and of the control, ascending. */
    int[] pair(int treatment) {
        return IntStream.range(0, history.rows())
                .filter(row -> history.arm()[row] == 0 || history.arm()[row] == treatment)
                .toArray();
    }

    /** The sum of these rows' weights. */
    double weight(int[] which) {
        return Arrays.stream(which).mapToDouble(row -> history.weight()[row]).sum();
    }

    private float[] weights(int[] which) {
        float[] weight = new float[which.length];
        for (int i = 0; i < which.length; i++) {
            weight[i] = (float) history.weight()[which[i]];
        }
        return weight;
    }

    private static void requireArms(CampaignHistory history) {
        for (int arm = 0; arm < history.arms(); arm++) {
            if (history.rowsOf(arm).length == 0) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "Arm '%s' has 0 of %,d history rows; every arm needs some.",
                                history.armName(arm),
                                history.rows()));
            }
        }
    }
}
