package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Coupons that cost their face value where they are redeemed, each on its own.
 *
 * @param chance {@code [offer][customer]} that a coupon is redeemed
 */
record RedeemedCoupons(OfferBook book, double[][] chance) {
    private static final double[] FACE = {5, 20, 60};
    private static final List<Offer> OFFERS =
            List.of(
                    new Offer("five", "coupon"),
                    new Offer("twenty", "coupon"),
                    new Offer("sixty", "coupon"));

    static RedeemedCoupons of(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] chance = new double[FACE.length][customers];
        float[][] value = new float[FACE.length][customers];
        float[][] cost = new float[FACE.length][customers];
        float[][] variance = new float[FACE.length][customers];
        for (int row = 0; row < customers; row++) {
            double loyalty = random.nextDouble();
            for (int offer = 0; offer < FACE.length; offer++) {
                double p = 0.02 + 0.2 * loyalty * random.nextDouble();
                chance[offer][row] = p;
                value[offer][row] = (float) (FACE[offer] * (2.2 * random.nextDouble() * p));
                cost[offer][row] = (float) (FACE[offer] * p);
                variance[offer][row] = (float) (FACE[offer] * FACE[offer] * p * (1 - p));
            }
        }
        OfferBook book = new OfferBook(OFFERS, value, cost);
        List<Measure> measures = List.of(new Measure(Budget.VARIANCE, variance));
        return new RedeemedCoupons(book.with(List.of(), measures), chance);
    }

    /** In what share of draws the redeemed coupons cost more than the budget. */
    double exceeds(SendPlan plan, double budget, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int exceeded = 0;
        for (int draw = 0; draw < draws; draw++) {
            double spend = 0;
            for (int send = 0; send < plan.sends(); send++) {
                int offer = plan.offer()[send];
                boolean redeemed = random.nextDouble() < chance[offer][plan.customer()[send]];
                spend += redeemed ? FACE[offer] : 0;
            }
            exceeded += spend > budget ? 1 : 0;
        }
        return (double) exceeded / draws;
    }
}
