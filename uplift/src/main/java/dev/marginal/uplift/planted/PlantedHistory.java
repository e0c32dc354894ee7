package dev.marginal.uplift.planted;

import dev.marginal.uplift.CampaignHistory;

/**
 * A campaign that was run in a planted world.
 *
 * @param history what a marketer would have
 * @param truth of the same rows
 */
public record PlantedHistory(CampaignHistory history, PlantedCustomers truth) {}
