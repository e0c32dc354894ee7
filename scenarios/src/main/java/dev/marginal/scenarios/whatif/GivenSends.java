package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Sends that somebody else decided on, judged by a campaign's values, costs and rules. Nothing is
 * planned: rules are told as kept or broken.
 */
public final class GivenSends {
    private static final double MICROS = OfferBook.MICROS;

    private final Answer answer;
    private final OfferBook book;
    private final Map<Integer, Long> sets;

    /**
     * @param answer whose book and rules judge
     * @param sets bits of the offers that customers get, by their row
     */
    private GivenSends(Answer answer, Map<Integer, Long> sets) {
        this.answer = answer;
        this.book = answer.plan().offers();
        this.sets = sets;
    }

    /**
     * What the sends come to.
     *
     * @param value in currency; sends that are not open count nothing
     * @param spend in currency
     * @param violations every broken rule, in sentences
     */
    public record Judgement(double value, double spend, long sends, List<String> violations) {
        public Judgement {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Judges sends.
     *
     * @param answer of the campaign as it is, or as a scenario has it
     * @param sets bits of the offers that customers get, by their row
     */
    public static Judgement judge(Answer answer, Map<Integer, Long> sets) {
        return new GivenSends(answer, new TreeMap<>(sets)).judge();
    }

    private Judgement judge() {
        List<String> violations = new ArrayList<>();
        long[] totals = totals(violations);
        for (LimitUse use : answer.plan().sends().limits()) {
            shared(use.limit(), violations);
        }
        answer.rules()
                .limits(Terms.of(book))
                .filter(Limit.Personal.class::isInstance)
                .forEach(limit -> personal((Limit.Personal) limit, violations));
        return new Judgement(totals[0] / MICROS, totals[1] / MICROS, totals[2], violations);
    }

    private long[] totals(List<String> violations) {
        long[] totals = new long[3];
        long[] closed = new long[book.offers().size()];
        sets.forEach(
                (customer, offers) -> {
                    for (long left = offers; left != 0; left &= left - 1) {
                        int offer = Long.numberOfTrailingZeros(left);
                        boolean open = book.allows(offer, customer);
                        closed[offer] += open ? 0 : 1;
                        totals[0] += open ? book.valueMicros(offer, customer) : 0;
                        totals[1] += book.costMicros(offer, customer);
                        totals[2]++;
                    }
                });
        for (int offer = 0; offer < closed.length; offer++) {
            if (closed[offer] > 0) {
                violations.add(
                        "%s goes to %,d customers to whom it is not open."
                                .formatted(book.offers().get(offer).id(), closed[offer]));
            }
        }
        return totals;
    }

    private void shared(Limit.Shared limit, List<String> violations) {
        double use = 0;
        for (Limit.Part part : limit.parts()) {
            use += part.weight() * used(part);
        }
        double unit = limit.countsSends() ? 1 : MICROS;
        if (limit.hasCeiling() && use > limit.most()) {
            violations.add(
                    "%s: %s is above its limit of %s."
                            .formatted(
                                    limit.name(),
                                    number(use / unit, limit),
                                    number(limit.most() / unit, limit)));
        }
        if (limit.hasFloor() && use < limit.least()) {
            violations.add(
                    "%s: %s is below its limit of %s."
                            .formatted(
                                    limit.name(),
                                    number(use / unit, limit),
                                    number(limit.least() / unit, limit)));
        }
    }

    private double used(Limit.Part part) {
        IntPredicate members = part.where().members(book.segmentations());
        double use = 0;
        for (Map.Entry<Integer, Long> set : sets.entrySet()) {
            if (members.test(set.getKey())) {
                for (long left = set.getValue() & part.offers().bits();
                        left != 0;
                        left &= left - 1) {
                    use += charge(part.charge(), Long.numberOfTrailingZeros(left), set.getKey());
                }
            }
        }
        return use;
    }

    private double charge(Charge charge, int offer, int customer) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        if (charge.equals(Charge.COST)) {
            return book.costMicros(offer, customer);
        }
        if (charge.equals(Charge.VALUE)) {
            return book.allows(offer, customer) ? book.valueMicros(offer, customer) : 0;
        }
        Measure measure =
                book.measures().stream()
                        .filter(one -> one.name().equals(charge.name()))
                        .findFirst()
                        .orElseThrow();
        return OfferBook.micros(measure.amount()[offer][customer]);
    }

    private void personal(Limit.Personal limit, List<String> violations) {
        IntPredicate members = limit.where().members(book.segmentations());
        long broken =
                sets.entrySet().stream()
                        .filter(set -> members.test(set.getKey()))
                        .filter(
                                set ->
                                        Long.bitCount(set.getValue() & limit.offers().bits())
                                                > limit.most())
                        .count();
        if (broken > 0) {
            violations.add(
                    "%s: %,d customers get more than %d."
                            .formatted(limit.name(), broken, limit.most()));
        }
    }

    private static String number(double amount, Limit.Shared limit) {
        return String.format(Locale.ROOT, limit.countsSends() ? "%,.0f" : "%,.2f", amount);
    }
}
