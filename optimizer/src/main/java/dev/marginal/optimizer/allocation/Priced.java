package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.BudgetCurve;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.core.CoreProblem;
import dev.marginal.optimizer.curve.BudgetPath;
import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.rounding.Rounding;
import dev.marginal.optimizer.solving.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What prices alone achieve: the lowest bound seen and the best plan made from prices.
 *
 * @param bound of the lowest dual
 * @param draft keeps every limit; empty if no plan was found
 * @param curve what any budget earns, where the budget is the only shared limit
 */
record Priced(Bound bound, Optional<Draft> draft, Optional<BudgetCurve> curve) {
    private static final int ROUNDS = 3;

    /** A gap that nobody looks behind leaves this part of itself to the bound. */
    private static final double OF_GAP = 0.125;

    /** Searches for the lowest prices and makes a plan of them. */
    static Priced of(
            Instance instance,
            double targetGap,
            Workers workers,
            Deadline deadline,
            SearchProgress progress) {
        return of(Everyone.here(instance, workers), targetGap, workers, deadline, progress);
    }

    /** The same, wherever the customers' rows are. */
    static Priced of(
            Everyone everyone,
            double targetGap,
            Workers workers,
            Deadline deadline,
            SearchProgress progress) {
        Instance instance = everyone.instance();
        PriceSearch search = new PriceSearch(everyone, workers, deadline);
        Optional<BudgetPath> path =
                BudgetPath.apply(instance)
                        ? Optional.of(BudgetPath.of(everyone))
                        : Optional.empty();
        Near near =
                path.map(one -> onPath(one, search, instance.most(0))).orElseGet(search::lowest);
        CoreProblem.Shared shared = new CoreProblem(near, deadline).solve();
        for (int round = 1; round < ROUNDS && !shared.exact() && !deadline.passed(); round++) {
            near =
                    new PriceSearch(everyone, workers, deadline)
                            .lowestByCuts(shared.best().prices());
            shared = new CoreProblem(near, deadline).solve();
        }
        return rounded(near, shared, targetGap, deadline, progress, path.map(BudgetPath::curve));
    }

    /** The same, looking near some prices first, and content with prices that are near enough. */
    static Priced from(
            Start start,
            Instance instance,
            double targetGap,
            Workers workers,
            Deadline deadline,
            SearchProgress progress) {
        double enough = Math.max(CoreProblem.EXACT, OF_GAP * targetGap);
        Attempts attempts = start.attempts(instance, workers, deadline);
        Near near = attempts.near(0, start.of(instance));
        CoreProblem.Shared shared = new CoreProblem(near, enough, deadline).solve();
        for (int number = 1;
                number < attempts.count() && !isThere(near, shared) && !deadline.passed();
                number++) {
            near = attempts.near(number, shared.best().prices());
            shared = new CoreProblem(near, enough, deadline).solve();
        }
        return rounded(near, shared, targetGap, deadline, progress, Optional.empty());
    }

    private static boolean isThere(Near near, CoreProblem.Shared shared) {
        boolean heldBack = !shared.kept() && near.box().holdsBack(shared.best().prices());
        return shared.exact() && !heldBack;
    }

    private static Priced rounded(
            Near near,
            CoreProblem.Shared shared,
            double targetGap,
            Deadline deadline,
            SearchProgress progress,
            Optional<BudgetCurve> curve) {
        Bound bound = Bound.of(shared.best(), near.crowd().instance());
        double most = bound.micros() / (double) OfferBook.MICROS;
        progress.found(Double.NaN, most);
        LongConsumer better = value -> progress.found(value / (double) OfferBook.MICROS, most);
        Optional<Draft> draft =
                new Rounding(near, shared, deadline).plan(wanted(bound, targetGap), better);
        return new Priced(bound, draft, curve);
    }

    private static long wanted(Bound bound, double targetGap) {
        return (long) Math.ceil(bound.micros() * (1 - targetGap));
    }

    /** Whether the plan is proven within this share of the best. */
    boolean reaches(double targetGap) {
        return draft.isPresent()
                && draft.get().value() >= Math.min(bound.micros(), wanted(bound, targetGap));
    }

    private static Near onPath(BudgetPath path, PriceSearch search, long budget) {
        double[] price = path.priceFor(budget);
        return search.between(new double[] {price[0]}, new double[] {price[1]});
    }

    /**
     * A plan that keeps every limit on sends at the least cost: where any plan keeps the limits on
     * spend, this one is the likeliest to.
     */
    static Optional<Draft> cheapest(Instance instance, Workers workers, Deadline deadline) {
        OfferBook book = instance.book();
        List<Limit> withoutSpend =
                instance.limits().stream()
                        .filter(limit -> !(limit instanceof Limit.Shared s) || s.countsSends())
                        .toList();
        Instance cheap = Instance.of(worthTheirCost(book), withoutSpend);
        return of(cheap, 0, workers, deadline, SearchProgress.UNHEARD)
                .draft
                .map(draft -> Draft.of(instance, draft.sets(), workers))
                .filter(Draft::keepsEveryLimit);
    }

    private static OfferBook worthTheirCost(OfferBook book) {
        float[][] value = new float[book.offers().size()][book.customers()];
        for (int offer = 0; offer < value.length; offer++) {
            for (int customer = 0; customer < value[offer].length; customer++) {
                boolean allowed = book.allows(offer, customer);
                value[offer][customer] = allowed ? -book.cost()[offer][customer] : Float.NaN;
            }
        }
        return new OfferBook(
                book.offers(), value, book.cost(), book.segmentations(), book.measures());
    }
}
