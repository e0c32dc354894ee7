package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run over the campaigns of a day that have to be planned. */
record DayRun(
        DailyPlanning door,
        LocalDate date,
        PlanStore store,
        DaySettings settings,
        Map<String, SortedMap<String, String>> inputs) {
    /** Plans and publishes. */
    Map<String, DayPlan> plan(List<CampaignFile> files) {
        PlanningJob job = new PlanningJob(door.reader(), door.execution(), door.progress());
        Map<String, DayPlan> plans = new TreeMap<>();
        try (Claims claims = Claims.take(store, files, date, settings)) {
            for (CampaignFile file : files) {
                Valued valued =
                        settings.model(file.campaign())
                                .map(model -> job.value(file, model))
                                .orElseGet(() -> job.value(file));
                PlannedCampaign planned =
                        job.plan(
                                valued,
                                valued.offers(),
                                file.budget(),
                                file.rules(),
                                Allocators.standard(file.search(), door.execution()));
                Day day = Day.alone(file, valued.audience().ids().rows(), date);
                plans.put(file.campaign(), publish(planned, day, claims.of(file.campaign())));
            }
        }
        return plans;
    }

    private DayPlan publish(PlannedCampaign planned, Day day, Claim claim) {
        PlanKey key = new PlanKey(planned.file().campaign(), date);
        door.progress().begins("Auditing and publishing " + key);
        Path workplace = claim.workplace();
        PlanFolder.write(planned, day, key.campaign() + "-" + key.date(), workplace);
        claim.reached(PlanState.BUILT, day.inputs());
        AuditReport audit = PlanFolder.audit(workplace);
        claim.reached(PlanState.AUDITED, day.inputs());
        Optional<PlanRecord> old = settings.supersede() ? store.published(key) : Optional.empty();
        Optional<PlanDifference> difference =
                old.map(plan -> PlanDifference.between(store.folder(plan), workplace));
        PlanRecord record = claim.publish(old);
        return new DayPlan(
                record,
                store.folder(record),
                Optional.of(new DayPlan.Made(planned, day, audit, difference)));
    }
}
