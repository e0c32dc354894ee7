package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A limit with its prices in two plans.
 *
 * @param members of each part
 * @param unit what its price is quoted for: one send, or one unit of money in micro-units
 */
record PricedLimit(
        Limit.Shared limit, double before, double now, List<IntPredicate> members, double unit) {
    static PricedLimit of(Limit.Shared limit, double before, double now, OfferBook book) {
        List<IntPredicate> members =
                limit.parts().stream()
                        .map(part -> part.where().members(book.segmentations()))
                        .toList();
        return new PricedLimit(
                limit, before, now, members, limit.countsSends() ? 1 : OfferBook.MICROS);
    }

    double change() {
        return now - before;
    }

    /** What some offers to a customer use of it, in the units that its price is quoted in. */
    double use(OfferBook book, long offers, int customer) {
        return more(book, offers, 0, customer);
    }

    /** How much more of it some offers to a customer use than others. */
    double more(OfferBook book, long offers, long others, int customer) {
        double use = 0;
        double other = 0;
        for (int number = 0; number < members.size(); number++) {
            if (members.get(number).test(customer)) {
                Limit.Part part = limit.parts().get(number);
                use += use(part, book, offers, customer);
                other += use(part, book, others, customer);
            }
        }
        return use / unit - other / unit;
    }

    private static double use(Limit.Part part, OfferBook book, long offers, int customer) {
        double use = 0;
        for (long left = offers & part.offers().bits(); left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            use += part.weight() * charged(part.charge(), book, offer, customer);
        }
        return use;
    }

    private static double charged(Charge charge, OfferBook book, int offer, int customer) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        if (charge.isMoney()) {
            return charge.equals(Charge.COST)
                    ? book.costMicros(offer, customer)
                    : book.valueMicros(offer, customer);
        }
        Measure measure =
                book.measures().stream()
                        .filter(one -> one.name().equals(charge.name()))
                        .findFirst()
                        .orElseThrow();
        return OfferBook.micros(measure.amount()[offer][customer]);
    }
}
