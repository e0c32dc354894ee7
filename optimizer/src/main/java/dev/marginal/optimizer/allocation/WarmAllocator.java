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
import dev.marginal.optimizer.kernel.Anchor;
import dev.marginal.optimizer.kernel.Counted;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Reading;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.tables.Execution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans one book under changing budgets and rules, each time starting from the same prices, those
 * of a plan made before: for what-ifs.
 *
 * <p>Limits are recognised by their names; a limit that is new starts without a price. A plan is as
 * proven as {@link PriceAllocator}'s and stops at a gap of 0.08 limits / customers, at most 0.0001,
 * so that nobody waits for the last cents. It depends on the book, the prices, the budget and the
 * rules alone. For any number of callers at once.
 */
public final class WarmAllocator implements AutoCloseable {
    private static final double ENOUGH = 0.08;

    /** Nobody waits long for a small plan, however few customers explain its gap. */
    private static final double MOST_GAP = 1e-4;

    /** Customers from which on it pays to look only at those whose choice may have changed. */
    private static final int MANY = 100_000;

    private final OfferBook offers;
    private final AllocatorSettings settings;
    private final Workers workers;
    private final Map<String, Double> prices;
    private final Optional<Anchor> anchor;
    private final Optional<Counted> standing;

    private WarmAllocator(
            OfferBook offers,
            AllocatorSettings settings,
            Workers workers,
            Map<String, Double> prices,
            Optional<Anchor> anchor,
            Optional<Counted> standing) {
        this.offers = offers;
        this.settings = settings;
        this.workers = workers;
        this.prices = Map.copyOf(prices);
        this.anchor = anchor;
        this.standing = standing;
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
        return new WarmAllocator(
                offers,
                settings,
                new Workers(execution),
                prices,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An allocator that starts from a plan: from its prices, at which it reads everyone once; and
     * where the plan's sends keep every limit, no answer is worth less than they are.
     *
     * @param plan of the book within this budget and these rules
     */
    public static WarmAllocator from(
            SendPlan plan,
            OfferBook offers,
            Budget budget,
            Rules rules,
            AllocatorSettings settings,
            Execution execution) {
        Workers workers = new Workers(execution);
        Instance instance = Instance.of(offers, budget, rules);
        Map<String, Double> prices = new HashMap<>();
        plan.limits().forEach(use -> prices.put(use.limit().name(), use.price()));
        Start unread = new Start(prices, Optional.empty());
        Optional<Anchor> anchor =
                instance.customers() > MANY
                        ? Optional.of(Anchor.at(instance, unread.of(instance), workers))
                        : Optional.empty();
        Counted standing = Counted.of(instance, plan.sets(instance.customers()), workers);
        return new WarmAllocator(offers, settings, workers, prices, anchor, Optional.of(standing));
    }

    /**
     * The best plan for this budget and these rules.
     *
     * @see Allocator#allocate
     */
    public SendPlan allocate(Budget budget, Rules rules) {
        return allocate(offers, budget, rules, new Cancellation(), SearchProgress.UNHEARD);
    }

    /**
     * The same for other values, costs or columns of the same customers, keeping the best plan so
     * far when cancelled, and telling how far it is.
     *
     * @param book whose columns are worth sharing: what is the same array is not read again
     */
    public SendPlan allocate(
            OfferBook book,
            Budget budget,
            Rules rules,
            Cancellation cancellation,
            SearchProgress progress) {
        return workers.inTurn(() -> plan(book, budget, rules, cancellation, progress));
    }

    private SendPlan plan(
            OfferBook book,
            Budget budget,
            Rules rules,
            Cancellation cancellation,
            SearchProgress progress) {
        Instance instance =
                standing.map(one -> one.instance().with(book, budget, rules))
                        .orElseGet(() -> Instance.of(book, budget, rules));
        Optional<Reading> read =
                anchor.filter(one -> instance.rows() > 0 && one.serves(instance))
                        .map(one -> one.read(instance, workers));
        return new Pricing(quick(instance), workers, cancellation, progress)
                .plan(instance, new Start(prices, read), in(instance, read));
    }

    /** Answers that wait for a planner stop at a gap that one customer per limit explains. */
    private AllocatorSettings quick(Instance instance) {
        double gap =
                Math.min(MOST_GAP, ENOUGH * instance.rows() / Math.max(1, instance.customers()));
        return new AllocatorSettings(Math.max(settings.targetGap(), gap), settings.timeLimit());
    }

    @Override
    public void close() {
        workers.close();
    }

    /** The standing plan, if it may stand in another instance, too. */
    private Optional<Counted> in(Instance now, Optional<Reading> read) {
        return standing.filter(plan -> now.allowsLike(plan.instance()) || now.admits(plan.sets()))
                .map(
                        plan ->
                                read.filter(any -> !now.chargesLike(plan.instance()))
                                        .map(one -> one.counted(plan.sets()))
                                        .orElseGet(() -> plan.in(now, workers)));
    }
}
