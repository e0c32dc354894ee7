package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.store.PlanRecord;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The published plan of one campaign and day.
 *
 * @param record as the store remembers it
 * @param folder where it can be read
 * @param made what this run made; empty where the plan stood there already, made from the same
 *     inputs
 */
public record DayPlan(PlanRecord record, Path folder, Optional<Made> made) {
    /** Whether the plan stood there already. */
    public boolean unchanged() {
        return made.isEmpty();
    }

    /**
     * A plan just made.
     *
     * @param campaign the plan and what is told about it
     * @param day what was known of the day
     * @param audit what was checked before it was published
     * @param difference to the plan that it superseded, if it did
     */
    public record Made(
            PlannedCampaign campaign,
            Day day,
            AuditReport audit,
            Optional<PlanDifference> difference) {}
}
