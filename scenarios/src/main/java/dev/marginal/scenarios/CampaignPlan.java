package dev.marginal.scenarios;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.uplift.UpliftScores;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A plan with what it was decided on. Its totals are counted when first asked for: from every send,
 * or where it is near another plan, from that one's totals and the customers who get something
 * else. For any number of callers.
 */
public final class CampaignPlan {
    private final UpliftScores scores;
    private final OfferBook offers;
    private final SendPlan sends;
    private final Optional<CampaignPlan> near;
    private Moved moved;
    private Totals totals;

    /**
     * A plan that stands alone.
     *
     * @param scores what each treatment adds for each customer
     * @param offers the same in money
     * @param sends who gets what
     */
    public CampaignPlan(UpliftScores scores, OfferBook offers, SendPlan sends) {
        this(scores, offers, sends, Optional.empty());
    }

    /**
     * A plan that shares many sends with another.
     *
     * @param near of the same offers and customers
     */
    public CampaignPlan(UpliftScores scores, OfferBook offers, SendPlan sends, CampaignPlan near) {
        this(scores, offers, sends, Optional.of(near));
    }

    private CampaignPlan(
            UpliftScores scores, OfferBook offers, SendPlan sends, Optional<CampaignPlan> near) {
        this.scores = scores;
        this.offers = offers;
        this.sends = sends;
        this.near = near;
    }

    /** What each treatment adds for each customer. */
    public UpliftScores scores() {
        return scores;
    }

    /** The same in money. */
    public OfferBook offers() {
        return offers;
    }

    /** Who gets what. */
    public SendPlan sends() {
        return sends;
    }

    /**
     * What others than the campaign pay of the sends' costs, in micro-units; empty where nobody
     * else pays any.
     */
    public OptionalLong coFundingMicros() {
        return offers.measures().stream()
                .filter(one -> one.name().equals(Charge.CO_FUNDING.name()))
                .mapToLong(this::sum)
                .findFirst();
    }

    private long sum(Measure measure) {
        long sum = 0;
        for (int send = 0; send < sends.sends(); send++) {
            sum += OfferBook.micros(measure.amount()[sends.offer()[send]][sends.customer()[send]]);
        }
        return sum;
    }

    /** What the sends add up to. */
    public synchronized Totals totals() {
        if (totals == null) {
            totals =
                    near.map(other -> Totals.of(this, other.totals(), since(other)))
                            .orElseGet(() -> Totals.of(this));
        }
        return totals;
    }

    /**
     * The customers to whom this plan gives something else than another, or the same at other
     * values or costs. Those since the plan that this one is near are kept.
     *
     * @param before of the same offers and customers
     */
    public Moved since(CampaignPlan before) {
        return near.isPresent() && near.get().isAlike(before)
                ? sinceNear()
                : Moved.between(this, before);
    }

    private synchronized Moved sinceNear() {
        if (moved == null) {
            moved = Moved.between(this, near.orElseThrow());
        }
        return moved;
    }

    /** Whether it is the same sends at the same values and costs. */
    private boolean isAlike(CampaignPlan other) {
        return sends == other.sends
                && Arrays.equals(offers.value(), other.offers.value())
                && Arrays.equals(offers.cost(), other.offers.cost());
    }
}
