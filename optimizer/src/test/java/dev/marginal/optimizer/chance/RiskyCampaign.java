package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.MinimumReach;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A campaign with a budget's confidence, small enough to try every plan.
 *
 * @param z standard deviations that the confidence stands for, from a table
 * @param atMostOne whether a customer gets one offer at most
 * @param atLeast sends that have to go out
 */
record RiskyCampaign(OfferBook book, Budget budget, double z, boolean atMostOne, int atLeast) {
    private static final double[] CONFIDENCE = {0.6, 0.9, 0.95, 0.99};
    private static final double[] DEVIATIONS = {
        0.2533471031357997, 1.2815515655446004, 1.6448536269514722, 2.3263478740408408
    };
    private static final List<Offer> OFFERS =
            List.of(new Offer("ten", "coupon"), new Offer("push", "push"), new Offer("e", "email"));

    static RiskyCampaign random(SplittableRandom random) {
        int offers = 1 + random.nextInt(3);
        int customers = 1 + random.nextInt(12 / offers);
        int grain = random.nextBoolean() ? 1_000 : 1;
        float[][] value = column(random, offers, customers, -1, 7, grain);
        float[][] cost = column(random, offers, customers, 0, 4, grain);
        float[][] variance = column(random, offers, customers, 0, 1 + random.nextInt(9), grain);
        int level = random.nextInt(CONFIDENCE.length);
        double amount = random.nextInt(25) / 2.0;
        return new RiskyCampaign(
                new OfferBook(OFFERS.subList(0, offers), value, cost)
                        .with(List.of(), List.of(new Measure(Budget.VARIANCE, variance))),
                Budget.of(amount).with(CONFIDENCE[level]),
                DEVIATIONS[level],
                random.nextBoolean(),
                random.nextInt(3) == 0 ? random.nextInt(4) : 0);
    }

    private static float[][] column(
            SplittableRandom random, int offers, int customers, int from, int to, int grain) {
        float[][] column = new float[offers][customers];
        for (float[] amounts : column) {
            for (int row = 0; row < customers; row++) {
                int thousandths = random.nextInt(from * 1_000, to * 1_000 + 1);
                amounts[row] = Math.floorDiv(thousandths, grain) * grain / 1_000f;
            }
        }
        return column;
    }

    Rules rules() {
        ContactLimit most = new ContactLimit(Scope.ANY, atMostOne ? 1 : OFFERS.size());
        return atLeast == 0
                ? Rules.of(most)
                : Rules.of(most, new MinimumReach(Scope.ANY, Segment.EVERYONE, atLeast));
    }

    /** Value in micro-units of the best plan that keeps the budget with its confidence. */
    OptionalLong best() {
        int sends = book.offers().size() * book.customers();
        long best = Long.MIN_VALUE;
        for (long plan = 0; plan < 1L << sends; plan++) {
            best = isAllowed(plan) && keeps(plan) ? Math.max(best, value(plan)) : best;
        }
        return best == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(best);
    }

    private boolean isAllowed(long plan) {
        if (Long.bitCount(plan) < atLeast) {
            return false;
        }
        long each = (1L << book.offers().size()) - 1;
        for (long left = plan; atMostOne && left != 0; left >>>= book.offers().size()) {
            if (Long.bitCount(left & each) > 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether a plan keeps the budget with its confidence. */
    boolean keeps(SendPlan plan) {
        long sends = 0;
        for (int send = 0; send < plan.sends(); send++) {
            sends |= 1L << plan.customer()[send] * book.offers().size() + plan.offer()[send];
        }
        return keeps(sends);
    }

    private boolean keeps(long plan) {
        double spend = sum(plan, book.cost());
        double variance = sum(plan, book.measures().get(0).amount());
        double most = budget.atMost().getAsDouble();
        return spend + z * Math.sqrt(variance) <= most * (1 + 1e-12);
    }

    private long value(long plan) {
        return Math.round(sum(plan, book.value()) * 1e6);
    }

    /** In currency, of amounts rounded to micro-units. */
    private double sum(long plan, float[][] amount) {
        long micros = 0;
        for (long left = plan; left != 0; left &= left - 1) {
            int send = Long.numberOfTrailingZeros(left);
            int offers = book.offers().size();
            micros += Math.round(amount[send % offers][send / offers] * 1e6);
        }
        return micros / 1e6;
    }
}
