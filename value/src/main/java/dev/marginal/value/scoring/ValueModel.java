package dev.marginal.value.scoring;

import dev.marginal.tables.Execution;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.spending.GammaGamma;

/**
 * When customers buy and how much they then spend, taken as independent of each other.
 *
 * @param unit in which the purchase model counts
 */
public record ValueModel(PurchaseModel purchases, GammaGamma spending, UnitOfTime unit) {
    /**
     * Scores customers: the expected value of a horizon is the discounted sum of expected purchases
     * times the expected amount of one.
     *
     * @throws IllegalArgumentException if the histories count in another unit
     */
    public ValueScores score(Histories histories, Horizon horizon, Execution execution) {
        return new Scoring(this, histories, horizon).scores(execution);
    }
}
