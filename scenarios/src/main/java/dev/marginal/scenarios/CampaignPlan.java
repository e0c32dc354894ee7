package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.uplift.UpliftScores;

/**
 * A plan with what it was decided on.
 *
 * @param scores what each treatment adds for each customer
 * @param offers the same in money
 * @param sends who gets what
 */
public record CampaignPlan(UpliftScores scores, OfferBook offers, SendPlan sends) {}
