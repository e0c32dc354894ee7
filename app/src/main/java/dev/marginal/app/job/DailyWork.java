package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DayPlan;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.List;

/**
 * Plans days into a store.
 *
 * @param planning makes the plans
 * @param settings of all of them; the kind is the night's
 */
public record DailyWork(DailyPlanning planning, PlanStore store, DaySettings settings)
        implements DayWork {
    @Override
    public List<Done> plan(List<CampaignFile> campaigns, LocalDate date, PlanKind kind) {
        DaySettings ofKind =
                new DaySettings(
                        kind,
                        settings.assumePlannedSent(),
                        settings.supersede(),
                        settings.models());
        return planning.plan(campaigns, date, store, ofKind).stream().map(DailyWork::done).toList();
    }

    private static Done done(DayPlan plan) {
        return new Done(
                plan.folder(), plan.unchanged(), plan.made().flatMap(DayPlan.Made::difference));
    }
}
