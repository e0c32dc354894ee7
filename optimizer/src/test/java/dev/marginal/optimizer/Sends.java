package dev.marginal.optimizer;

import java.util.List;
import java.util.stream.Stream;

/**
 * What sends are worth and use, added up in whole numbers from the book alone: the second opinion
 * that plans are held against. Shares no code with the solver.
 *
 * @param sets per customer, the offers sent, as bits
 */
public record Sends(OfferBook book, long[] sets) {
    /** Every limit that a plan has to keep: the budget's first. */
    public static List<Limit> limits(OfferBook book, Budget budget, Rules rules) {
        Terms terms = Terms.of(book);
        Stream<Limit> first =
                budget.atMost().stream()
                        .mapToObj(most -> Limit.spend("budget", terms.offersIn(Scope.ANY), most));
        return Stream.concat(first, rules.limits(terms)).toList();
    }

    /** Value of all sends in micro-units. */
    public long value() {
        return sum((offer, customer) -> Math.round(book.value()[offer][customer] * 1e6));
    }

    /** Whether the limit holds. */
    public boolean keep(Limit limit) {
        if (limit instanceof Limit.Shared shared) {
            long use = use(shared);
            return use >= shared.least() && use <= shared.most();
        }
        Limit.Personal personal = (Limit.Personal) limit;
        for (int customer = 0; customer < sets.length; customer++) {
            boolean many =
                    Long.bitCount(sets[customer] & personal.offers().bits()) > personal.most();
            if (many && isIn(book, personal.where(), customer)) {
                return false;
            }
        }
        return true;
    }

    /** What all sends use of a limit. */
    public long use(Limit.Shared limit) {
        return sum((offer, customer) -> use(book, limit, offer, customer));
    }

    /** What one send uses of a limit. */
    public static long use(OfferBook book, Limit.Shared limit, int offer, int customer) {
        long use = 0;
        for (Limit.Part part : limit.parts()) {
            if (part.offers().contains(offer) && isIn(book, part.where(), customer)) {
                use += part.weight() * charge(book, part.charge(), offer, customer);
            }
        }
        return use;
    }

    /** Whether a segment's customers include this one. */
    public static boolean isIn(OfferBook book, Segment where, int customer) {
        if (where.isEveryone()) {
            return true;
        }
        for (Segmentation one : book.segmentations()) {
            if (one.column().equals(where.column())) {
                return where.values().contains(one.names().get(one.code()[customer]));
            }
        }
        throw new IllegalArgumentException("no column " + where.column());
    }

    private static long charge(OfferBook book, Charge charge, int offer, int customer) {
        return switch (charge.name()) {
            case "sends" -> 1;
            case "cost" -> Math.round(book.cost()[offer][customer] * 1e6);
            case "value" -> Math.round(book.value()[offer][customer] * 1e6);
            default -> {
                Measure measure =
                        book.measures().stream()
                                .filter(one -> one.name().equals(charge.name()))
                                .findFirst()
                                .orElseThrow();
                yield Math.round(measure.amount()[offer][customer] * 1e6);
            }
        };
    }

    private long sum(Amount amount) {
        long sum = 0;
        for (int customer = 0; customer < sets.length; customer++) {
            for (long left = sets[customer]; left != 0; left &= left - 1) {
                sum += amount.of(Long.numberOfTrailingZeros(left), customer);
            }
        }
        return sum;
    }

    private interface Amount {
        long of(int offer, int customer);
    }
}
