package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plans that a run has in hand, all of them from before the first is made.
 *
 * <p>Plans of different campaigns and dates share caps, and the days of a flight share its budget.
 * So whoever plans on the strength of what was planned before must know that no other plan is being
 * made beside it. Each run therefore takes its own plans in hand first and looks for others then:
 * of two runs, whichever looks last sees the other. One that died, or slept through its lease, can
 * be taken over; that ends its attempt for good, so that it cannot publish after we have looked.
 */
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
                taken.claims.put(file.campaign(), store.claim(key, settings.kindOf(file)));
            }
            return taken;
        } catch (RuntimeException refused) {
            taken.close();
            throw refused;
        }
    }

    /**
     * Checks that no other plan that is to be sent is being made in the store; ends the attempts of
     * runs that are gone.
     *
     * @throws dev.marginal.scenarios.store.PlanInHand if another process is at work
     */
    void requireAlone(PlanStore store) {
        List<PlanRecord> others =
                store.plans(LocalDate.EPOCH, LocalDate.MAX).stream()
                        .filter(plan -> plan.state().isOpen() && plan.kind() == PlanKind.LIVE)
                        .filter(plan -> !isOurs(plan))
                        .toList();
        for (PlanRecord other : others) {
            store.claim(other.key(), other.kind()).close();
        }
    }

    private boolean isOurs(PlanRecord plan) {
        return claims.values().stream().anyMatch(claim -> claim.attempt().key().equals(plan.key()));
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
