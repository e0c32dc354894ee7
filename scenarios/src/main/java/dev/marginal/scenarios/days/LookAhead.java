package dev.marginal.scenarios.days;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.allocation.WarmAllocator;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides today with later days in view: what to spend of budgets that have to last, and which
 * contacts to keep for better messages.
 *
 * <p>Today's offers and those of later days stand in one book, under the same contact caps and the
 * budgets that are left. The best plan of that book sends a customer something today only where no
 * later send is worth more of their last slot or of the money. Only today's part is used; tomorrow
 * everything is planned again with what is known then (a rolling horizon).
 *
 * <p>An offer is kept back where it would be among a customer's best set at the joint plan's prices
 * if there were no later days, and is not in the plan. Then everything that the plan does not send
 * this customer today is kept back, so that no second best takes the slot.
 *
 * @param settings of the joint plan; its gap is that of {@link WarmAllocator}
 * @param execution with how many threads; never changes a result
 * @param prices yesterday's, or none: where the search starts
 */
public record LookAhead(
        AllocatorSettings settings, Execution execution, Map<String, Double> prices) {
    /**
     * Plans today and the days ahead together.
     *
     * @param today what can be sent today: values and costs of today, {@code NaN} where a gate is
     *     closed
     * @param ahead blocks of later days, in order, up to the flight's last; offers of all blocks
     *     and today are 64 at most
     * @param caps the contact caps of these offers
     * @param budgets what is left of each campaign's, or none
     * @param rules today's other rules; each block of later days keeps their ceilings too
     * @return empty if no joint plan keeps every limit: then today is to be planned alone
     */
    public Optional<Today> decide(
            OfferBook today,
            List<DaysAhead> ahead,
            List<CapAhead> caps,
            List<FlightBudget> budgets,
            Rules rules) {
        Horizon horizon = new Horizon(today, ahead, caps);
        OfferBook book = horizon.book();
        Rules joint = horizon.rules(rules, budgets);
        try (WarmAllocator allocator = WarmAllocator.of(book, settings, execution, prices)) {
            SendPlan plan = allocator.allocate(Budget.unlimited(), joint);
            if (plan.outcome() != Outcome.OPTIMAL && plan.outcome() != Outcome.FEASIBLE) {
                return Optional.empty();
            }
            OfferSet[] alone =
                    Policy.of(Terms.of(book), plan, joint).choose(horizon.todayOnly(book));
            long[] sent = plan.sets(today.customers(), today.offers().size());
            return Optional.of(
                    new Today(
                            spending(plan, today, budgets),
                            keptBack(sent, alone, today),
                            pricesOf(plan),
                            plan));
        }
    }

    private static OfferSet[] keptBack(long[] sent, OfferSet[] alone, OfferBook today) {
        OfferSet[] kept = new OfferSet[sent.length];
        long all = (1L << today.offers().size()) - 1;
        for (int customer = 0; customer < kept.length; customer++) {
            boolean keeps = (alone[customer].bits() & ~sent[customer]) != 0;
            kept[customer] = new OfferSet(keeps ? all & ~sent[customer] : 0);
        }
        return kept;
    }

    private static List<Double> spending(
            SendPlan plan, OfferBook today, List<FlightBudget> budgets) {
        List<Double> spending = new ArrayList<>();
        for (FlightBudget budget : budgets) {
            OfferSet own = Terms.of(today).offersIn(budget.scope());
            long micros = 0;
            for (int send = 0; send < plan.sends(); send++) {
                if (own.contains(plan.offer()[send])) {
                    micros += today.costMicros(plan.offer()[send], plan.customer()[send]);
                }
            }
            spending.add((double) micros / OfferBook.MICROS);
        }
        return spending;
    }

    private static Map<String, Double> pricesOf(SendPlan plan) {
        Map<String, Double> prices = new HashMap<>();
        plan.limits().forEach(use -> prices.put(use.limit().name(), use.price()));
        return prices;
    }
}
