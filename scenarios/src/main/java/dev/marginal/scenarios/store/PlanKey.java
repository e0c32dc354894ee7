package dev.marginal.scenarios.store;

import dev.marginal.tables.Requires;
import java.time.LocalDate;

/** What there is one published plan for. */
public record PlanKey(String campaign, LocalDate date) {
    public PlanKey {
        Requires.text(campaign, "campaign");
    }

    @Override
    public String toString() {
        return campaign + " " + date;
    }
}
