package dev.marginal.scenarios.fortnight;

import dev.marginal.scenarios.days.Pacing;
import dev.marginal.tables.Execution;

/** Each day planned as if there were no other to send on. */
record DayByDay(String name, boolean paced, Execution execution) implements DayPlanner {
    @Override
    public int[] plan(PlantedFortnight world, int day, Sofar sofar) {
        double[] budgets = new double[world.campaigns().size()];
        for (int message = 0; message < budgets.length; message++) {
            int days = paced ? Math.max(1, world.campaigns().get(message).daysLeft(day)) : 1;
            budgets[message] = Pacing.even(sofar.left(message), days);
        }
        return new TodaysPlan(world, day, sofar, execution).of(world.offers(day), budgets);
    }
}
