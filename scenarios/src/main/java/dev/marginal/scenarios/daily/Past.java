package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.List;

/** What was planned and sent before. */
final class Past {
    private Past() {}

    /** Whether a campaign's plan depends on what was planned and sent before. */
    static boolean matters(CampaignFile file) {
        return file.daily().contacts().isPresent()
                || file.daily().flight().isPresent()
                || !file.daily().caps().isEmpty();
    }

    /** The plans of earlier days that are to be sent, by date and campaign. */
    static List<PlanRecord> publishedBefore(PlanStore store, LocalDate date) {
        return published(store, date.minusDays(1));
    }

    /** The plans up to some day that are to be sent, by date and campaign. */
    static List<PlanRecord> published(PlanStore store, LocalDate until) {
        return store.plans(LocalDate.EPOCH, until).stream()
                .filter(plan -> plan.state() == PlanState.PUBLISHED)
                .filter(plan -> plan.kind() == PlanKind.LIVE)
                .toList();
    }
}
