package dev.marginal.spark.planning;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.planfolder.PartedPlan;

/**
 * What came of planning.
 *
 * @param folder its address
 * @param figures everything but the sends
 */
public record PublishedPlan(
        String folder,
        long customers,
        long sends,
        SendPlan figures,
        Forecast forecast,
        PartedPlan.Spread spread,
        AuditReport audit) {}
