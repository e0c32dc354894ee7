package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.boosting.FeatureMatrix;
import dev.marginal.uplift.boosting.Forest;
import dev.marginal.uplift.boosting.Forests;
import java.util.List;

/**
 * A model of forests whose predictions a learner's formula combines into scores.
 *
 * <p>Immutable, and without native memory between calls: the forests are bytes that every call of
 * {@link #score} loads for itself.
 */
record ForestModel(ModelParts parts, Combination combination, Execution execution)
        implements UpliftModel {
    /** How the forests' predictions become scores. */
    @FunctionalInterface
    interface Combination {
        /** Fills the batch's places in the arrays of {@code into}. */
        void combine(ModelParts parts, Predictions predicted, UpliftScores into);
    }

    @Override
    public UpliftScores score(Customers customers) {
        FeatureMatrix matrix = FeatureMatrix.of(customers, parts.features());
        List<String> names = List.copyOf(parts.forests().keySet());
        List<Forest> forests = parts.forests().values().stream().map(Forest::new).toList();
        UpliftScores scores = empty(customers.rows());
        new Forests(forests, execution)
                .predict(
                        matrix,
                        (from, predicted) ->
                                combination.combine(
                                        parts, new Predictions(from, names, predicted), scores));
        return scores;
    }

    private UpliftScores empty(int customers) {
        int treatments = parts.treatments().size();
        return new UpliftScores(
                parts.treatments(),
                new float[treatments][customers],
                new float[treatments][customers],
                new float[customers]);
    }
}
