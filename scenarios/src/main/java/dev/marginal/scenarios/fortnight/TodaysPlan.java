package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The best plan of one day within a budget for each campaign and what the week leaves. */
record TodaysPlan(PlantedFortnight world, int day, Sofar sofar, Execution execution) {
    private static final String LEFT = "left of weekly";

    /** The number of each customer's message, or −1. */
    int[] of(OfferBook offers, double[] budgets) {
        int[] left =
                IntStream.range(0, world.customers())
                        .map(customer -> sofar.left(day, day, customer))
                        .toArray();
        List<String> names =
                IntStream.rangeClosed(0, world.weekly()).mapToObj(String::valueOf).toList();
        OfferBook book = offers.with(List.of(new Segmentation(LEFT, names, left)), List.of());
        List<Rule> rules = new ArrayList<>();
        rules.add(new ContactLimit(Scope.ANY, 1));
        rules.add(new SlotsLeft("weekly", Scope.ANY, LEFT));
        for (int message = 0; message < budgets.length; message++) {
            rules.add(budget(message, budgets[message]));
        }
        SendPlan plan =
                new PriceAllocator(Planners.SETTINGS, execution)
                        .allocate(book, Budget.unlimited(), new Rules(rules));
        int[] messages = new int[world.customers()];
        Arrays.fill(messages, -1);
        for (int send = 0; send < plan.sends(); send++) {
            messages[plan.customer()[send]] = plan.offer()[send];
        }
        return messages;
    }

    private Rule budget(int message, double most) {
        Scope own = world.budgets().get(message).scope();
        String name = "budget of " + world.offers().get(message).id();
        return terms -> Stream.of(Limit.spend(name, terms.offersIn(own), most));
    }
}
