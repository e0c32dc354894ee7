package dev.marginal.scenarios.handover;

import dev.marginal.tables.Requires;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One send of a plan, as whoever delivers it needs it.
 *
 * @param decisionId the same in every attempt at the plan, and therefore its idempotency key
 * @param customer the customer's id
 * @param offer what is sent
 * @param channel over which
 * @param sendAt when, by the customer's clock
 * @param expiresAt until when it may still go out
 * @param timeZone the customer's; empty where it is unknown
 * @param address what it is sent to; empty where the target knows the customer by id
 * @param value what the plan adds up, in currency
 * @param cost expected, in currency
 * @param uplift incremental GMV, in currency
 * @param orderProbability with the offer
 * @param propensity with which the customer got what was sent; 1 where nothing was drawn
 */
public record Send(
        String decisionId,
        String customer,
        String offer,
        String channel,
        OffsetDateTime sendAt,
        OffsetDateTime expiresAt,
        Optional<ZoneId> timeZone,
        Optional<String> address,
        BigDecimal value,
        BigDecimal cost,
        float uplift,
        float orderProbability,
        double propensity) {
    public Send {
        Requires.text(decisionId, "decision id");
        Requires.text(customer, "customer");
    }

    /** What a provider tells repeated deliveries of this send by. */
    public String idempotencyKey() {
        return decisionId;
    }
}
