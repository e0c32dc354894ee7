package dev.marginal.scenarios.handover;

import dev.marginal.tables.Requires;
import java.time.LocalDate;

/**
 * What every send of a plan has in common.
 *
 * @param plan the plan's name
 * @param currency three letters
 * @param fingerprint of plan.json, and with it of the whole folder
 */
public record PlanFacts(
        String plan, String campaign, LocalDate date, String currency, String fingerprint) {
    public PlanFacts {
        Requires.text(plan, "plan");
        Requires.text(campaign, "campaign");
    }
}
