package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.days.DaysAhead;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What a planner expects of later days who knows tastes, seasons and presences.
 *
 * <p>Over n days on which a message runs, a customer is there at least once with probability {@code
 * 1 − (1 − p)ⁿ}, on k days on average if so. The best of k draws of luck stands near its quantile k
 * / (k + 1).
 */
record Expectation(PlantedFortnight world, double patience) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** A block of days, counted in days of the fortnight, as seen on {@code today}. */
    DaysAhead of(int today, int first, int last) {
        int customers = world.customers();
        int messages = world.campaigns().size();
        float[][] value = new float[messages][customers];
        float[][] cost = new float[messages][customers];
        for (int message = 0; message < messages; message++) {
            fill(message, first, last, value[message], cost[message]);
        }
        OfferBook expected = new OfferBook(world.offers(), value, cost);
        return new DaysAhead(first - today, last - today, expected);
    }

    private void fill(int number, int first, int last, float[] value, float[] cost) {
        Message message = world.campaigns().get(number);
        int days = 0;
        double season = 0;
        for (int day = first; day <= last; day++) {
            days += message.runsOn(day) ? 1 : 0;
            season += message.season()[day];
        }
        for (int customer = 0; customer < value.length; customer++) {
            if (days == 0) {
                value[customer] = Float.NaN;
                continue;
            }
            double there = world.presence(customer);
            double reach = 1 - Math.pow(1 - there, days);
            double luck = luck(days * there / reach);
            double worth = message.worth() * season / days;
            double liking = world.taste(number, customer) * luck - PlantedFortnight.COOL;
            value[customer] = (float) (patience * reach * worth * liking);
            cost[customer] = (float) (reach * message.cost());
        }
    }

    private static double luck(double draws) {
        double spread = PlantedFortnight.LUCK;
        double quantile = draws / (draws + 1);
        double at = NORMAL.inverseCumulativeProbability(quantile);
        double median = Math.exp(spread * at - spread * spread / 2);
        return draws <= 1 ? 1 : Math.max(1, median);
    }
}
