package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.scenarios.days.DaysAhead;
import dev.marginal.scenarios.days.FlightBudget;
import dev.marginal.scenarios.days.LookAhead;
import dev.marginal.scenarios.days.Today;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each day planned together with the rest of its week and the days after. */
final class RollingHorizon implements DayPlanner {
    /** Chosen on seeds 1 to 9. */
    static final double PATIENCE = 1.3;

    private final String name;
    private final boolean keeps;
    private final double patience;
    private final Execution execution;
    private Map<String, Double> prices = Map.of();

    RollingHorizon(String name, boolean keeps, double patience, Execution execution) {
        this.name = name;
        this.keeps = keeps;
        this.patience = patience;
        this.execution = execution;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] plan(PlantedFortnight world, int day, Sofar sofar) {
        OfferBook offers = world.offers(day);
        List<DaysAhead> ahead = ahead(world, day);
        Today today =
                new LookAhead(Planners.SETTINGS, execution, day == 0 ? Map.of() : prices)
                        .decide(
                                offers,
                                ahead,
                                List.of(sofar.weekly(day, ahead)),
                                budgets(world, sofar),
                                Rules.of(new ContactLimit(Scope.ANY, 1)))
                        .orElseThrow();
        prices = new HashMap<>(today.prices());
        double[] budgets = today.budget().stream().mapToDouble(Double::doubleValue).toArray();
        OfferBook open = keeps ? without(offers, today.keptBack()) : offers;
        return new TodaysPlan(world, day, sofar, execution).of(open, budgets);
    }

    private static List<FlightBudget> budgets(PlantedFortnight world, Sofar sofar) {
        List<FlightBudget> budgets = new ArrayList<>();
        for (FlightBudget whole : world.budgets()) {
            double left = sofar.left(budgets.size());
            budgets.add(new FlightBudget(whole.campaign(), whole.scope(), left));
        }
        return budgets;
    }

    private List<DaysAhead> ahead(PlantedFortnight world, int day) {
        List<DaysAhead> ahead = new ArrayList<>();
        Expectation expectation = new Expectation(world, patience);
        int end = PlantedFortnight.DAYS - 1;
        int week = Math.min(end, day + PlantedFortnight.WEEK - 1);
        if (day < end) {
            ahead.add(expectation.of(day, day + 1, week));
        }
        if (week < end) {
            ahead.add(expectation.of(day, week + 1, end));
        }
        return ahead;
    }

    private static OfferBook without(OfferBook offers, OfferSet[] keptBack) {
        float[][] value = new float[offers.offers().size()][];
        for (int offer = 0; offer < value.length; offer++) {
            value[offer] = offers.value()[offer].clone();
            for (int customer = 0; customer < keptBack.length; customer++) {
                if (keptBack[customer].contains(offer)) {
                    value[offer][customer] = Float.NaN;
                }
            }
        }
        return new OfferBook(offers.offers(), value, offers.cost());
    }
}
