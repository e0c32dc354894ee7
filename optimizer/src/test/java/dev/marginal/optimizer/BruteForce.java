package dev.marginal.optimizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The best value of a small campaign by trying everything: customer by customer, one entry for each
 * use of the limits that can be reached.
 */
public final class BruteForce {
    private BruteForce() {}

    /** In micro-units; empty if no plan keeps every limit. */
    public static OptionalLong best(OfferBook book, Budget budget, Rules rules) {
        List<Limit> limits = new ArrayList<>();
        Terms terms = new Terms(book.offers());
        budget.atMost()
                .ifPresent(
                        most -> limits.add(Limit.spend("budget", terms.offersIn(Scope.ANY), most)));
        rules.limits(terms).forEach(limits::add);
        Map<List<Long>, Long> reached = new HashMap<>();
        reached.put(limits.stream().map(limit -> 0L).toList(), 0L);
        for (int customer = 0; customer < book.customers(); customer++) {
            Map<List<Long>, Long> next = new HashMap<>();
            for (long set = 0; set < 1L << book.offers().size(); set++) {
                if (admits(book, limits, customer, set)) {
                    extend(reached, next, book, limits, customer, set);
                }
            }
            reached = next;
        }
        return reached.entrySet().stream()
                .filter(entry -> floorsKept(limits, entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max();
    }

    private static void extend(
            Map<List<Long>, Long> reached,
            Map<List<Long>, Long> next,
            OfferBook book,
            List<Limit> limits,
            int customer,
            long set) {
        long value = value(book, customer, set);
        List<Long> use = limits.stream().map(limit -> use(book, limit, customer, set)).toList();
        reached.forEach(
                (before, worth) -> {
                    List<Long> after = new ArrayList<>();
                    for (int limit = 0; limit < use.size(); limit++) {
                        long sum = before.get(limit) + use.get(limit);
                        if (limits.get(limit) instanceof Limit.Shared shared
                                && sum > shared.most()) {
                            return;
                        }
                        after.add(sum);
                    }
                    next.merge(after, worth + value, Math::max);
                });
    }

    private static boolean admits(OfferBook book, List<Limit> limits, int customer, long set) {
        for (int offer = 0; offer < book.offers().size(); offer++) {
            if ((set >>> offer & 1) != 0 && !book.allows(offer, customer)) {
                return false;
            }
        }
        return limits.stream()
                .allMatch(
                        limit ->
                                !(limit instanceof Limit.Personal personal)
                                        || Long.bitCount(set & limit.offers().bits())
                                                <= personal.most());
    }

    private static long use(OfferBook book, Limit limit, int customer, long set) {
        long use = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            boolean counts = (set & limit.offers().bits() & 1L << offer) != 0;
            if (counts && limit instanceof Limit.Shared shared) {
                boolean sends = shared.charge() == Limit.Charge.SENDS;
                use += sends ? 1 : book.costMicros(offer, customer);
            }
        }
        return use;
    }

    private static long value(OfferBook book, int customer, long set) {
        long value = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            value += (set >>> offer & 1) != 0 ? book.valueMicros(offer, customer) : 0;
        }
        return value;
    }

    private static boolean floorsKept(List<Limit> limits, List<Long> use) {
        for (int limit = 0; limit < use.size(); limit++) {
            if (limits.get(limit) instanceof Limit.Shared shared
                    && use.get(limit) < shared.least()) {
                return false;
            }
        }
        return true;
    }
}
