package dev.marginal.app.rest;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.whatif.Answer;
import java.util.List;

/**
 * The sends of a plan and nothing else, so that it takes little room: 13 bytes for each.
 *
 * @param figures of the plan
 * @param customer row of each send's customer
 * @param offer number of each send's offer
 * @param value of each send, in currency
 * @param cost of each send, in currency
 */
record KeptPlan(
        Figures figures,
        List<Offer> offers,
        int[] customer,
        byte[] offer,
        float[] value,
        float[] cost) {
    private static final long BYTES_PER_SEND = 13;

    /** What a plan comes to. */
    record Figures(double value, double spend, int sends, double bound, double gap) {
        static Figures of(SendPlan plan) {
            return new Figures(plan.value(), plan.spend(), plan.sends(), plan.bound(), plan.gap());
        }
    }

    static KeptPlan of(Answer answer) {
        OfferBook book = answer.plan().offers();
        SendPlan plan = answer.plan().sends();
        float[] value = new float[plan.sends()];
        float[] cost = new float[plan.sends()];
        for (int send = 0; send < value.length; send++) {
            value[send] = book.value()[plan.offer()[send]][plan.customer()[send]];
            cost[send] = book.cost()[plan.offer()[send]][plan.customer()[send]];
        }
        return new KeptPlan(
                Figures.of(plan), book.offers(), plan.customer(), plan.offer(), value, cost);
    }

    long bytes() {
        return BYTES_PER_SEND * customer.length;
    }
}
