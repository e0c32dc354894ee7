package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.store.PlanKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be done for one date: plan, audit, publish. */
public interface DayWork {
    /**
     * Makes and publishes the plans of some campaigns for a date, together.
     *
     * @param kinds of the plans, by the campaigns' names
     * @return one per campaign, in their order
     * @throws RuntimeException of a kind that {@link dev.marginal.app.Ending} knows
     */
    List<Done> plan(List<CampaignFile> campaigns, LocalDate date, Map<String, PlanKind> kinds);

    /**
     * A published plan.
     *
     * @param folder where it can be read
     * @param unchanged whether it stood there already
     * @param instead what differs from the plan whose place it took, if it took one's
     */
    record Done(Path folder, boolean unchanged, Optional<PlanDifference> instead) {
        /** A plan that took no other's place. */
        public Done(Path folder, boolean unchanged) {
            this(folder, unchanged, Optional.empty());
        }
    }
}
