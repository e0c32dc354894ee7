package dev.marginal.scenarios.store;

import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.time.LocalDate;

/** What there is one published plan for. */
public record PlanKey(String campaign, LocalDate date) implements Serializable {
    private static final String NAME = "[A-Za-z0-9._-]+";

    public PlanKey {
        Requires.text(campaign, "campaign");
    }

    /**
     * How folders of the key's plans are called, such as {@code spring-2026-11-21}.
     *
     * @throws IllegalArgumentException if the campaign's name cannot be part of that
     */
    public String name() {
        Requires.require(
                campaign.matches(NAME),
                "campaign",
                campaign,
                "letters, digits, dots, dashes and underscores");
        return campaign + "-" + date;
    }

    @Override
    public String toString() {
        return campaign + " " + date;
    }
}
