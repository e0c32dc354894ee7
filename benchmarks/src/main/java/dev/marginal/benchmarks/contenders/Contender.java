package dev.marginal.benchmarks.contenders;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.UpliftScores;

/** Guesses what treatments add: a learner, or a plain rule that every learner has to beat. */
public interface Contender {
    /** Its guess for {@code customers}, from the history alone. */
    UpliftScores scores(CampaignHistory history, Customers customers);
}
