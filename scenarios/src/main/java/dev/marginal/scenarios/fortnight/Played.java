package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.OfferBook;

/**
 * What came of a fortnight.
 *
 * @param value that all sends truly added, in currency
 * @param spend of each campaign, in currency
 * @param sends of each campaign
 * @param mostInAWeek the most contacts that any customer had within seven days
 */
public record Played(double value, double[] spend, long[] sends, int mostInAWeek) {
    /** Plays every day of a fortnight. */
    public static Played of(PlantedFortnight world, DayPlanner planner) {
        Sofar sofar = new Sofar(world);
        long[] sends = new long[world.campaigns().size()];
        long micros = 0;
        for (int day = 0; day < PlantedFortnight.DAYS; day++) {
            OfferBook offers = world.offers(day);
            int[] plan = planner.plan(world, day, sofar);
            for (int customer = 0; customer < plan.length; customer++) {
                if (plan[customer] >= 0) {
                    sofar.send(day, customer, plan[customer]);
                    sends[plan[customer]]++;
                    micros += offers.valueMicros(plan[customer], customer);
                }
            }
        }
        double[] spend = new double[sends.length];
        for (int message = 0; message < spend.length; message++) {
            spend[message] = sofar.spent(message);
        }
        return new Played((double) micros / OfferBook.MICROS, spend, sends, most(world, sofar));
    }

    private static int most(PlantedFortnight world, Sofar sofar) {
        int most = 0;
        for (int customer = 0; customer < world.customers(); customer++) {
            for (int last = 0; last < PlantedFortnight.DAYS; last++) {
                int contacts = 0;
                int first = Math.max(0, last - PlantedFortnight.WEEK + 1);
                for (int day = first; day <= last; day++) {
                    contacts += sofar.sent(day, customer) >= 0 ? 1 : 0;
                }
                most = Math.max(most, contacts);
            }
        }
        return most;
    }
}
