package dev.marginal.spark.planning;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.planfolder.PartedPlan;
import java.util.Optional;

/**
 * What came of planning.
 *
 * @param folder its address
 * @param figures everything but the sends
 * @param difference from the plan whose place it took, if it took one's
 */
public record PublishedPlan(
        String folder,
        long customers,
        long sends,
        SendPlan figures,
        Forecast forecast,
        PartedPlan.Spread spread,
        AuditReport audit,
        Optional<PlanDifference> difference) {}
