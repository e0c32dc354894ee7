package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans one book again and again under changing budgets and rules, each time starting from the
 * prices of the last plan: for what-ifs.
 *
 * <p>Limits are recognised by their names; a limit that is new starts without a price. A plan is as
 * proven as {@link PriceAllocator}'s and stops at a gap of 0.08 limits / customers, so that nobody
 * waits for the last cents. Where plans tie it may be another one, as it depends on the questions
 * before. For one caller at a time.
 */
public final class WarmAllocator implements AutoCloseable {
    private static final double ENOUGH = 0.08;

    private final OfferBook offers;
    private final AllocatorSettings settings;
    private final Workers workers;
    private final Map<String, Double> prices;

    private WarmAllocator(
            OfferBook offers,
            AllocatorSettings settings,
            Workers workers,
            Map<String, Double> prices) {
        this.offers = offers;
        this.settings = settings;
        this.workers = workers;
        this.prices = new HashMap<>(prices);
    }

    /** Makes a book ready; threads are kept until {@link #close}. */
    public static WarmAllocator of(
            OfferBook offers, AllocatorSettings settings, Execution execution) {
        return of(offers, settings, execution, Map.of());
    }

    /**
     * The same, starting from the prices of another plan, such as yesterday's.
     *
     * @param prices by limit name, as in {@link LimitUse#price}; limits that are not named start
     *     without one
     */
    public static WarmAllocator of(
            OfferBook offers,
            AllocatorSettings settings,
            Execution execution,
            Map<String, Double> prices) {
        return new WarmAllocator(offers, settings, new Workers(execution), prices);
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
        Instance instance = Instance.of(offers, budget, rules);
        Pricing pricing = new Pricing(quick(instance), workers, cancellation);
        SendPlan plan = pricing.plan(instance, start(instance));
        for (LimitUse use : plan.limits()) {
            prices.put(use.limit().name(), use.price());
        }
        return plan;
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
}
