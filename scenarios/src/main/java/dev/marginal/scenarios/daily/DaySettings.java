package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.uplift.storage.StoredModel;
import java.util.Map;
import java.util.Optional;

/**
 * How to plan a day.
 *
 * @param kind whether the plans are to be sent
 * @param kinds the same by campaign, for those whose plan is of a kind of its own
 * @param assumePlannedSent plan although the log does not tell what became of earlier plans' sends:
 *     each counts as sent
 * @param supersede take the place of plans that were made from other inputs
 * @param models by campaign, fitted before; a campaign without one is fitted anew
 */
public record DaySettings(
        PlanKind kind,
        Map<String, PlanKind> kinds,
        boolean assumePlannedSent,
        boolean supersede,
        Map<String, StoredModel> models) {
    public DaySettings {
        kinds = Map.copyOf(kinds);
        models = Map.copyOf(models);
    }

    /** Plans of one kind. */
    public DaySettings(
            PlanKind kind,
            boolean assumePlannedSent,
            boolean supersede,
            Map<String, StoredModel> models) {
        this(kind, Map.of(), assumePlannedSent, supersede, models);
    }

    /** Live plans, nothing assumed, nothing superseded, fitted anew. */
    public static DaySettings usual() {
        return new DaySettings(PlanKind.LIVE, false, false, Map.of());
    }

    /** The same with kinds by campaign. */
    public DaySettings with(Map<String, PlanKind> kindsByCampaign) {
        return new DaySettings(kind, kindsByCampaign, assumePlannedSent, supersede, models);
    }

    PlanKind kindOf(CampaignFile file) {
        return kinds.getOrDefault(file.campaign(), kind);
    }

    Optional<StoredModel> model(String campaign) {
        return Optional.ofNullable(models.get(campaign));
    }
}
