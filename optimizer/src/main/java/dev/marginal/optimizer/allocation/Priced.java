package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.rounding.Rounding;
import dev.marginal.optimizer.solving.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * What prices alone achieve: the lowest bound seen and the best plan made from prices.
 *
 * @param bound of the lowest dual
 * @param draft keeps every limit; empty if no plan was found
 */
record Priced(Bound bound, Optional<Draft> draft) {
    private static final int ROUNDS = 2;

    /** Searches until a plan is proven within {@code targetGap} or nothing more is gained. */
    static Priced of(Instance instance, double targetGap, Workers workers, Deadline deadline) {
        PriceSearch search = new PriceSearch(instance, workers, deadline);
        Prices prices = new Prices(instance, search.sizes(), workers);
        Bound bound = prices.bound(search.lowest());
        Optional<Draft> best = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            Rounding rounding =
                    new Rounding(instance, bound.prices(), search.sizes(), workers, deadline);
            Bound next = prices.bound(rounding.prices());
            boolean lower = next.micros() < bound.micros();
            bound = lower ? next : bound;
            long enough = (long) Math.ceil(bound.micros() * (1 - targetGap));
            best = better(best, rounding.plan(enough));
            if (!lower || best.isPresent() && best.get().value() >= enough) {
                break;
            }
        }
        return new Priced(bound, best);
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
        return of(cheap, 0, workers, deadline)
                .draft
                .map(draft -> new Draft(instance, sets(draft, book.customers())))
                .filter(Draft::keepsEveryLimit);
    }

    private static Optional<Draft> better(Optional<Draft> one, Optional<Draft> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().value() > one.get().value() ? other : one;
    }

    private static long[] sets(Draft draft, int customers) {
        long[] sets = new long[customers];
        for (int customer = 0; customer < customers; customer++) {
            sets[customer] = draft.set(customer);
        }
        return sets;
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
