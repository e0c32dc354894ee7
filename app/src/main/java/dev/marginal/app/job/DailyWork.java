package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DayPlan;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans days into a store.
 *
 * @param planning makes the plans
 * @param settings of all of them; the kinds are the night's
 * @param house all campaigns of the nights: those that begin soon are looked at too
 */
public record DailyWork(
        DailyPlanning planning, PlanStore store, DaySettings settings, List<CampaignFile> house)
        implements DayWork {
    public DailyWork {
        house = List.copyOf(house);
    }

    @Override
    public List<Done> plan(
            List<CampaignFile> campaigns, LocalDate date, Map<String, PlanKind> kinds) {
        return planning
                .plan(withThoseToCome(campaigns, date), date, store, settings.with(kinds))
                .stream()
                .map(DailyWork::done)
                .toList();
    }

    private static Done done(DayPlan plan) {
        return new Done(
                plan.folder(), plan.unchanged(), plan.made().flatMap(DayPlan.Made::difference));
    }

    private List<CampaignFile> withThoseToCome(List<CampaignFile> campaigns, LocalDate date) {
        List<CampaignFile> all = new ArrayList<>(campaigns);
        house.stream()
                .filter(file -> !campaigns.contains(file))
                .filter(file -> file.daily().comesInView(date))
                .forEach(all::add);
        return all;
    }
}
