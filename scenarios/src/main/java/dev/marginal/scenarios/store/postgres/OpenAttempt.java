package dev.marginal.scenarios.store.postgres;

import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.local.Holder;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody has a key in hand.
 *
 * @param runs whether the lease runs by the server's clock
 */
record OpenAttempt(Holder holder, Instant since, Duration lease, boolean runs) {
    /** Whether whoever holds the key may still be at it. */
    boolean isAlive() {
        return runs && !holder.hasEnded();
    }

    PlanInHand refusal(PlanKey key) {
        return PlanInHand.of(key, holder.toString(), since, lease);
    }
}
