package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.uplift.storage.StoredModel;
import java.util.Map;
import java.util.Optional;

/**
 * How to plan a day.
 *
 * @param kind whether the plans are to be sent
 * @param assumePlannedSent plan although the log does not tell what became of earlier plans' sends:
 *     each counts as sent
 * @param supersede take the place of plans that were made from other inputs
 * @param models by campaign, fitted before; a campaign without one is fitted anew
 */
public record DaySettings(
        PlanKind kind,
        boolean assumePlannedSent,
        boolean supersede,
        Map<String, StoredModel> models) {
    public DaySettings {
        models = Map.copyOf(models);
    }

    /** Live plans, nothing assumed, nothing superseded, fitted anew. */
    public static DaySettings usual() {
        return new DaySettings(PlanKind.LIVE, false, false, Map.of());
    }

    Optional<StoredModel> model(String campaign) {
        return Optional.ofNullable(models.get(campaign));
    }
}
