package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.tables.Execution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans one book under changing budgets and rules, each time starting from the same prices, those
 * of a plan made before: for what-ifs.
 *
 * <p>Limits are recognised by their names; a limit that is new starts without a price. A plan is as
 * proven as {@link PriceAllocator}'s and stops at a gap of 0.08 limits / customers, so that nobody
 * waits for the last cents. It depends on the book, the prices, the budget and the rules alone. For
 * any number of callers at once.
 */
public final class WarmAllocator implements AutoCloseable {
    private static final double ENOUGH = 0.08;

    private final OfferBook offers;
    private final AllocatorSettings settings;
    private final Workers workers;
    private final Map<String, Double> prices;
    private final Optional<SendPlan> before;

    private WarmAllocator(
            OfferBook offers,
            AllocatorSettings settings,
            Execution execution,
            Map<String, Double> prices,
            Optional<SendPlan> before) {
        this.offers = offers;
        this.settings = settings;
        this.workers = new Workers(execution);
        this.prices = Map.copyOf(prices);
        this.before = before;
    }

    /**
     * An allocator that starts from prices, such as yesterday's; threads are kept until {@link
     * #close}.
     *
     * @param prices by limit name, as in {@link LimitUse#price}; limits that are not named start
     *     without one
     */
    public static WarmAllocator of(
            OfferBook offers,
            AllocatorSettings settings,
            Execution execution,
            Map<String, Double> prices) {
        return new WarmAllocator(offers, settings, execution, prices, Optional.empty());
    }

    /**
     * An allocator that starts from a plan of the same customers and offers: from its prices, and
     * where its sends keep every limit, no plan is worth less than they are.
     */
    public static WarmAllocator from(
            SendPlan before, OfferBook offers, AllocatorSettings settings, Execution execution) {
        Map<String, Double> prices = new HashMap<>();
        before.limits().forEach(use -> prices.put(use.limit().name(), use.price()));
        return new WarmAllocator(offers, settings, execution, prices, Optional.of(before));
    }

    /**
     * The best plan for this budget and these rules.
     *
     * @see Allocator#allocate
     */
    public SendPlan allocate(Budget budget, Rules rules) {
        return allocate(budget, rules, new Cancellation());
    }

    /** The same, keeping the best plan so far when cancelled. */
    public SendPlan allocate(Budget budget, Rules rules, Cancellation cancellation) {
        return allocate(budget, rules, cancellation, SearchProgress.UNHEARD);
    }

    /** The same, telling how far it is. */
    public SendPlan allocate(
            Budget budget, Rules rules, Cancellation cancellation, SearchProgress progress) {
        Instance instance = Instance.of(offers, budget, rules);
        Pricing pricing = new Pricing(quick(instance), workers, cancellation, progress);
        return pricing.plan(
                instance, start(instance), before.flatMap(plan -> kept(plan, instance)));
    }

    /** Answers that wait for a planner stop at a gap that one customer per limit explains. */
    private AllocatorSettings quick(Instance instance) {
        double gap = ENOUGH * instance.rows() / Math.max(1, instance.customers());
        return new AllocatorSettings(Math.max(settings.targetGap(), gap), settings.timeLimit());
    }

    @Override
    public void close() {
        workers.close();
    }

    private Optional<double[]> start(Instance instance) {
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                instance.shared().stream()
                        .mapToDouble(
                                limit ->
                                        prices.getOrDefault(limit.name(), 0.0)
                                                * limit.microsPerUnit())
                        .toArray());
    }

    private Optional<Draft> kept(SendPlan plan, Instance instance) {
        long[] sets = new long[instance.customers()];
        for (int send = 0; send < plan.sends(); send++) {
            sets[plan.customer()[send]] |= 1L << plan.offer()[send];
        }
        for (int customer = 0; customer < sets.length; customer++) {
            if (!instance.admits(customer, sets[customer])) {
                return Optional.empty();
            }
        }
        return Optional.of(Draft.of(instance, sets, workers)).filter(Draft::keepsEveryLimit);
    }
}
