package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which dates were missed: those after a campaign's last published plan, on which it runs. A
 * campaign without any published plan missed none: it begins today.
 */
final class MissedDates {
    private static final int DAYS_LOOKED_BACK = 366;

    private final Map<String, LocalDate> lastPublished;
    private final LocalDate date;

    MissedDates(PlanStore store, LocalDate date) {
        this.date = date;
        this.lastPublished =
                store.plans(date.minusDays(DAYS_LOOKED_BACK), date.minusDays(1)).stream()
                        .filter(plan -> plan.state() == PlanState.PUBLISHED)
                        .map(PlanRecord::key)
                        .collect(
                                Collectors.toMap(
                                        key -> key.campaign(),
                                        key -> key.date(),
                                        (one, other) -> one.isAfter(other) ? one : other));
    }

    /** For every date that was missed, at most so many, in order: the campaigns that missed it. */
    SortedMap<LocalDate, List<CampaignFile>> of(List<CampaignFile> campaigns, int most) {
        SortedMap<LocalDate, List<CampaignFile>> missed = new TreeMap<>();
        date.minusDays(most)
                .datesUntil(date)
                .forEach(
                        day -> {
                            List<CampaignFile> files =
                                    campaigns.stream().filter(file -> missed(file, day)).toList();
                            if (!files.isEmpty()) {
                                missed.put(day, files);
                            }
                        });
        return missed;
    }

    /** Whether a campaign runs on a date. */
    static boolean runs(CampaignFile file, LocalDate date) {
        Optional<Flight> flight = file.daily().flight();
        return flight.isEmpty() || flight.get().includes(date);
    }

    private boolean missed(CampaignFile file, LocalDate day) {
        LocalDate last = lastPublished.get(file.campaign());
        return last != null && day.isAfter(last) && runs(file, day);
    }
}
