package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.OfferBook;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One campaign after another, each sending while it can. */
record FirstCome(String name, boolean bestFirst) implements DayPlanner {
    @Override
    public int[] plan(PlantedFortnight world, int day, Sofar sofar) {
        OfferBook offers = world.offers(day);
        int[] plan = new int[world.customers()];
        Arrays.fill(plan, -1);
        for (int message : order(world)) {
            double cost = world.campaigns().get(message).cost();
            double left = sofar.left(message);
            for (int customer = 0; customer < plan.length; customer++) {
                boolean qualifies =
                        plan[customer] < 0
                                && offers.allows(message, customer)
                                && offers.valueMicros(message, customer) > 0
                                && sofar.left(day, day, customer) > 0;
                if (qualifies && left >= cost) {
                    plan[customer] = message;
                    left -= cost;
                }
            }
        }
        return plan;
    }

    private List<Integer> order(PlantedFortnight world) {
        List<Integer> order = IntStream.range(0, world.campaigns().size()).boxed().toList();
        Comparator<Integer> worth =
                Comparator.comparing(message -> -world.campaigns().get(message).worth());
        return bestFirst ? order.stream().sorted(worth).toList() : order;
    }
}
