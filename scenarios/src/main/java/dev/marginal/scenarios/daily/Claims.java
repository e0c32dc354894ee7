package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plans that a run has in hand, all of them from before the first is made. */
final class Claims implements AutoCloseable {
    private final Map<String, Claim> claims = new TreeMap<>();

    private Claims() {}

    /**
     * Takes every campaign's plan of a day in hand, or none.
     *
     * @throws dev.marginal.scenarios.store.PlanInHand if another process holds one of them
     */
    static Claims take(
            PlanStore store, List<CampaignFile> files, LocalDate date, DaySettings settings) {
        Claims taken = new Claims();
        try {
            for (CampaignFile file : files) {
                PlanKey key = new PlanKey(file.campaign(), date);
                taken.claims.put(file.campaign(), store.claim(key, settings.kind()));
            }
            return taken;
        } catch (RuntimeException refused) {
            taken.close();
            throw refused;
        }
    }

    Claim of(String campaign) {
        return claims.get(campaign);
    }

    /** Keeps them for another while. */
    void renew() {
        claims.values().forEach(Claim::renew);
    }

    @Override
    public void close() {
        claims.values().forEach(Claim::close);
    }
}
