package dev.marginal.value.evaluation;

import dev.marginal.value.PurchaseModel;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.scoring.ValueScores;
import java.util.Optional;

/**
 * A model's predictions of a holdout, made from the calibration alone, undiscounted.
 *
 * @param purchases within the holdout, by row of the calibration
 * @param value what they amount to
 * @param model what made them, where it knows any stretch of time and any history
 */
public record Candidate(
        String name, double[] purchases, double[] value, Optional<PurchaseModel> model) {
    /** The predictions of a model that knows this holdout alone. */
    public Candidate(String name, double[] purchases, double[] value) {
        this(name, purchases, value, Optional.empty());
    }

    /** The predictions of a purchase model and Gamma-Gamma. */
    public Candidate(String name, ValueModel model, ValueScores scores) {
        this(name, scores.purchases(), scores.value(), Optional.of(model.purchases()));
    }
}
