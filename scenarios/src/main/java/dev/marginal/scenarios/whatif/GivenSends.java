package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.chance.Margin;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.planning.OpenDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sends that somebody else decided on, judged by a campaign's values, costs and rules. Nothing is
 * planned: rules are told as kept or broken.
 */
public final class GivenSends {
    private static final double MICROS = OfferBook.MICROS;

    private final Answer answer;
    private final OfferBook book;
    private final Optional<OpenDay> day;
    private final int[] customers;
    private final long[] sets;

    /**
     * @param answer whose book and rules judge
     * @param day what the day of the answer leaves open
     * @param customers rows, rising
     * @param sets bits of the offers that each of them gets
     */
    private GivenSends(Answer answer, Optional<OpenDay> day, int[] customers, long[] sets) {
        this.answer = answer;
        this.day = day;
        this.book = answer.plan().offers();
        this.customers = customers;
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
        int[] customers = sets.keySet().stream().mapToInt(row -> row).sorted().toArray();
        long[] bits = IntStream.of(customers).mapToLong(sets::get).toArray();
        return new GivenSends(answer, Optional.empty(), customers, bits).judge();
    }

    /**
     * A plan that was given, as the answer to a scenario: its figures beside the limits, prices and
     * bound of the best plan. What it earns cannot be measured, since no held-out customer can be
     * given what somebody else decided.
     *
     * @param best the answer of the same brief where nothing is given
     * @param asked the customers as that brief values them
     */
    static Answer answer(
            Scenario scenario, Brief brief, Answer best, Books.Asked asked, GivenPlans.Given plan) {
        long[] offers = plan.sends();
        int[] customers =
                IntStream.range(0, offers.length).filter(row -> offers[row] != 0).toArray();
        long[] bits = IntStream.of(customers).mapToLong(row -> offers[row]).toArray();
        GivenSends given = new GivenSends(best, asked.day(), customers, bits);
        List<String> violations = new ArrayList<>(plan.strangers());
        violations.addAll(given.judge().violations());
        CampaignPlan judged = new CampaignPlan(best.plan().scores(), given.book, given.plan());
        Forecast unmeasured = asked.valued().unmeasured(judged);
        return new Answer(
                scenario,
                brief,
                best.rules(),
                judged,
                asked.valued().parts(judged),
                unmeasured,
                violations,
                best.cancelled());
    }

    private SendPlan plan() {
        SendPlan best = answer.plan().sends();
        int sends = (int) LongStream.of(sets).map(Long::bitCount).sum();
        int[] customer = new int[sends];
        byte[] offer = new byte[sends];
        long value = 0;
        long spend = 0;
        int send = 0;
        for (int at = 0; at < customers.length; at++) {
            for (long left = sets[at]; left != 0; left &= left - 1) {
                customer[send] = customers[at];
                offer[send] = (byte) Long.numberOfTrailingZeros(left);
                value += book.valueMicros(offer[send], customers[at]);
                spend += book.costMicros(offer[send], customers[at]);
                send++;
            }
        }
        List<LimitUse> limits = new ArrayList<>();
        for (LimitUse use : best.limits()) {
            Limit.Shared limit = limit(use, spend);
            limits.add(new LimitUse(limit, use(limit), use.price()));
        }
        return new SendPlan(
                Outcome.FEASIBLE,
                customer,
                offer,
                value,
                spend,
                best.bound(),
                best.priceBound(),
                limits,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Judgement judge() {
        List<String> violations = new ArrayList<>();
        long[] totals = totals(violations);
        for (LimitUse use : answer.plan().sends().limits()) {
            shared(limit(use, totals[1]), violations);
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
        for (int at = 0; at < customers.length; at++) {
            for (long left = sets[at]; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                closed[offer] += book.allows(offer, customers[at]) ? 0 : 1;
                totals[0] += book.valueMicros(offer, customers[at]);
                totals[1] += book.costMicros(offer, customers[at]);
                totals[2]++;
            }
        }
        for (int offer = 0; offer < closed.length; offer++) {
            if (closed[offer] > 0) {
                violations.add(
                        "%s goes to %s to whom it is not open%s."
                                .formatted(
                                        book.offers().get(offer).id(),
                                        Counted.of(closed[offer], "customer", "customers"),
                                        why(offer)));
            }
        }
        return totals;
    }

    /** How many of them each gate of the day is closed to; the scenario closes the rest. */
    private String why(int offer) {
        SortedMap<String, Long> reasons = new TreeMap<>();
        for (int at = 0; at < customers.length && day.isPresent(); at++) {
            boolean sent = (sets[at] >> offer & 1) == 1;
            Gates gates = day.get().gates();
            if (sent && !gates.isOpen(offer, customers[at])) {
                reasons.merge(gates.reason(offer, customers[at]).word(), 1L, Long::sum);
            }
        }
        return reasons.isEmpty()
                ? ""
                : reasons.entrySet().stream()
                        .map(one -> "%,d by %s".formatted(one.getValue(), one.getKey()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private void shared(Limit.Shared limit, List<String> violations) {
        long use = use(limit);
        double unit = limit.countsSends() ? 1 : MICROS;
        if (limit.hasCeiling() && use > limit.most()) {
            violations.add(
                    "%s: %s is above its limit of %s, by %s."
                            .formatted(
                                    limit.name(),
                                    number(use / unit, limit),
                                    number(limit.most() / unit, limit),
                                    number((use - limit.most()) / unit, limit)));
        }
        if (limit.hasFloor() && use < limit.least()) {
            violations.add(
                    "%s: %s is below its limit of %s, by %s."
                            .formatted(
                                    limit.name(),
                                    number(use / unit, limit),
                                    number(limit.least() / unit, limit),
                                    number((limit.least() - use) / unit, limit)));
        }
    }

    /**
     * A limit as it judges these sends: what a budget with a confidence leaves to their variance
     * depends on what they spend.
     *
     * @param spend in micro-units
     */
    private Limit.Shared limit(LimitUse best, long spend) {
        Limit.Shared limit = best.limit();
        if (!limit.charge().name().equals(Budget.VARIANCE)) {
            return limit;
        }
        long most = Margin.of(answer.brief().file().budget()).orElseThrow().mostVariance(spend);
        return new Limit.Shared(limit.name(), limit.parts(), limit.least(), most);
    }

    private long use(Limit.Shared limit) {
        return limit.parts().stream().mapToLong(part -> part.weight() * used(part)).sum();
    }

    private long used(Limit.Part part) {
        IntPredicate members = part.where().members(book.segmentations());
        long use = 0;
        for (int at = 0; at < customers.length; at++) {
            long left = members.test(customers[at]) ? sets[at] & part.offers().bits() : 0;
            for (; left != 0; left &= left - 1) {
                use += charge(part.charge(), Long.numberOfTrailingZeros(left), customers[at]);
            }
        }
        return use;
    }

    private long charge(Charge charge, int offer, int customer) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        if (charge.equals(Charge.COST)) {
            return book.costMicros(offer, customer);
        }
        if (charge.equals(Charge.VALUE)) {
            return book.valueMicros(offer, customer);
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
                IntStream.range(0, customers.length)
                        .filter(at -> members.test(customers[at]))
                        .filter(
                                at ->
                                        Long.bitCount(sets[at] & limit.offers().bits())
                                                > limit.most())
                        .count();
        if (broken > 0) {
            violations.add(
                    "%s: %s more than %d."
                            .formatted(
                                    limit.name(),
                                    Counted.of(broken, "customer gets", "customers get"),
                                    limit.most()));
        }
    }

    private static String number(double amount, Limit.Shared limit) {
        return String.format(Locale.ROOT, limit.countsSends() ? "%,.0f" : "%,.2f", amount);
    }
}
