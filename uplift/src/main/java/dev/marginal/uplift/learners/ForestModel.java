package dev.marginal.uplift.learners;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Forests;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import java.util.List;
import java.util.Optional;

/**
 * A model of forests whose predictions a learner's formula combines into scores.
 *
 * <p>Immutable, and without native memory between calls: the forests are bytes that every call of
 * {@link #score} loads for itself. Whatever the formula, P(order) does not fall with the face value
 * of a family's tiers.
 */
record ForestModel(ModelParts parts, Combination combination, Execution execution)
        implements UpliftModel {
    /** How the forests' predictions become what is expected of each arm. */
    @FunctionalInterface
    interface Combination {
        ArmValues combine(ModelParts parts, Predictions predicted);
    }

    /** Takes what is expected of a batch that begins with customer {@code from}. */
    private interface Taker {
        void take(int from, Predictions predicted, ArmValues values);
    }

    @Override
    public UpliftScores score(Customers customers) {
        UpliftScores scores = empty(customers.rows());
        each(
                customers,
                (from, predicted, values) -> {
                    copy(values, from, scores);
                    CostModel.copy(predicted, from, scores);
                });
        return scores;
    }

    /** {@code [arm][customer]}: P(order) under a hurdle, else GMV. */
    float[][] signal(Customers customers) {
        float[][] signal = new float[parts.treatments().size() + 1][customers.rows()];
        each(
                customers,
                (from, predicted, values) -> {
                    for (int arm = 0; arm < signal.length; arm++) {
                        float[] of = values.signal()[arm];
                        System.arraycopy(of, 0, signal[arm], from, of.length);
                    }
                });
        return signal;
    }

    private void each(Customers customers, Taker taker) {
        FeatureMatrix matrix =
                FeatureMatrix.of(customers.rows(), customers.features(), parts.features());
        List<String> plain = names(false);
        List<String> joint = names(true);
        ArmDesign design = ArmDesign.of(parts);
        new Forests(forests(plain), forests(joint), design.columns(), execution)
                .predict(
                        matrix,
                        (from, to, ofPlain, ofJoint) -> {
                            Predictions predicted =
                                    new Predictions(to - from, plain, ofPlain, joint, ofJoint);
                            ArmValues values = combination.combine(parts, predicted);
                            design.order(values.probability());
                            taker.take(from, predicted, values);
                        });
    }

    private static void copy(ArmValues values, int from, UpliftScores into) {
        for (int i = 0; i < values.probability()[0].length; i++) {
            float baseline = values.value(0, i);
            into.baseline()[from + i] = baseline;
            into.baselineOrders().orElseThrow()[from + i] = values.probability()[0][i];
            for (int t = 0; t < into.treatments().size(); t++) {
                into.uplift()[t][from + i] = values.value(t + 1, i) - baseline;
                into.orderProbability()[t][from + i] = values.probability()[t + 1][i];
            }
        }
    }

    private List<String> names(boolean joint) {
        return parts.forests().keySet().stream()
                .filter(name -> name.startsWith(Predictions.JOINT) == joint)
                .toList();
    }

    private List<Forest> forests(List<String> names) {
        return names.stream().map(name -> new Forest(parts.forests().get(name))).toList();
    }

    private UpliftScores empty(int customers) {
        int treatments = parts.treatments().size();
        boolean costs = parts.forests().containsKey(CostModel.NAME);
        return new UpliftScores(
                parts.treatments(),
                new float[treatments][customers],
                new float[treatments][customers],
                new float[customers],
                costs ? Optional.of(new float[treatments][customers]) : Optional.empty(),
                Optional.of(new float[customers]));
    }
}
