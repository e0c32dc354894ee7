package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planfolder.AuditFailed;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.spark.files.Disk;
import dev.marginal.tables.Execution;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/**
 * Plans a campaign over partitions of its audience, and publishes the plan.
 *
 * @param execution the driver's threads; never changes a result
 * @param progress told of every step
 */
public record SparkPlanning(SparkSession session, Execution execution, Progress progress) {
    /**
     * Plans, audits and publishes.
     *
     * @throws dev.marginal.tables.BadInput with every problem of an input, or everything that only
     *     one machine plans
     * @throws NoPlan if no plan keeps every rule, or none was found
     * @throws dev.marginal.scenarios.StaleInput if the log does not reach yesterday's last planned
     *     send
     * @throws dev.marginal.scenarios.store.PlanInTheWay if a plan of the campaign and date is
     *     published, and is not to be superseded
     * @throws AuditFailed if the files do not bear out what the plan promises
     */
    public PublishedPlan plan(PlanRequest request) {
        CampaignFile file = CampaignFileReader.read(request.campaignFile()).on(request.date());
        OneMachine.refuse(file);
        Disk disk = new Disk(session.sparkContext().hadoopConfiguration());
        Store store = new Store(disk, disk.whole(request.store()));
        store.requireRename();
        StoredPlan plan =
                store.place(new PlanKey(file.campaign(), request.date()), request.supersede());
        Staging staging = new Staging(disk, store.staging(plan, UUID.randomUUID().toString()));
        try {
            return new PlanRun(this, file, request, store, plan, staging).plan();
        } finally {
            staging.delete();
        }
    }
}
