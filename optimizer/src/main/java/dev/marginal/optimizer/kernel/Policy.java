package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a rule for any customer: the best admissible set at the plan's prices.
 *
 * <p>Sends the offers whose {@code value − Σ price·use} adds up to the most within the personal
 * limits, and none where that is zero or less. On the plan's own customers it sends what the plan
 * sends, but for the few who are indifferent at the prices; on others it says what the plan would
 * have done with them.
 */
public final class Policy {
    private final List<Offer> offers;
    private final List<LimitUse> priced;
    private final List<Limit.Personal> personal;

    private Policy(List<Offer> offers, List<LimitUse> priced, List<Limit.Personal> personal) {
        this.offers = List.copyOf(offers);
        this.priced = priced;
        this.personal = personal;
    }

    /**
     * The policy of a plan.
     *
     * @param terms of the book that the plan was made from
     * @param plan gives the prices
     * @param rules give the personal limits; the same as the plan's
     */
    public static Policy of(Terms terms, SendPlan plan, Rules rules) {
        List<Limit.Personal> personal =
                rules.limits(terms)
                        .filter(Limit.Personal.class::isInstance)
                        .map(Limit.Personal.class::cast)
                        .toList();
        List<LimitUse> priced = plan.limits().stream().filter(LimitUse::binds).toList();
        return new Policy(terms.offers(), priced, personal);
    }

    /**
     * What each customer of a book gets, in the book's order.
     *
     * @param book has the policy's offers, and the segmentations and measures of its priced and
     *     personal limits
     * @throws IllegalArgumentException if it does not
     */
    public OfferSet[] choose(OfferBook book) {
        return Arrays.stream(sets(book)).mapToObj(OfferSet::new).toArray(OfferSet[]::new);
    }

    /** The same as bits, a {@link OfferSet#bits} each. */
    public long[] sets(OfferBook book) {
        Instance instance = instance(book);
        try (Workers alone = new Workers(new Execution(1))) {
            return new Pass(instance, instance.columns(), alone).choices(instance.rates(prices()));
        }
    }

    /**
     * What rows would get in the place of each of some customers: at the prices that they pay,
     * within their personal limits, and of what is open to them.
     *
     * @param places a book of those customers, as of {@link #choose}
     * @param rows has the same offers, and the measures of the policy's limits, and all offers open
     *     to all; its segmentations are not looked at
     * @return every row with every place once
     */
    public List<Agreement> sets(OfferBook places, OfferBook rows) {
        List<String> known = rows.measures().stream().map(Measure::name).toList();
        List<Measure> both =
                places.measures().stream().filter(one -> known.contains(one.name())).toList();
        Instance instance = instance(places.with(places.segmentations(), both));
        return new Substitution(instance, instance.rates(prices()), rows).agreements();
    }

    /**
     * Sorts the customers of a book by how the policy treats them: those of one kind pay the same
     * prices within the same personal limits.
     *
     * @param book as of {@link #choose}
     * @return {@code [customer]}: kinds numbered from 0 as they appear
     */
    public int[] kinds(OfferBook book) {
        return kinds(instance(book));
    }

    /**
     * Sorts the customers of a book by all that some rules ask of them, so that any plan within the
     * rules treats those of one kind alike.
     *
     * @return as of {@link #kinds(OfferBook)}
     */
    public static int[] kinds(OfferBook book, Rules rules) {
        return kinds(Instance.of(book, rules.limits(Terms.of(book)).toList()));
    }

    private static int[] kinds(Instance instance) {
        Columns columns = instance.columns();
        int cells = instance.cells();
        Map<Integer, int[]> numbers = new HashMap<>();
        int[] ofFamily = {};
        int family = -1;
        int count = 0;
        int[] kinds = new int[instance.customers()];
        for (int customer = 0; customer < kinds.length; customer++) {
            if (columns.family(customer) != family) {
                family = columns.family(customer);
                ofFamily = numbers.computeIfAbsent(family, any -> new int[cells]);
            }
            int cell = columns.cell()[customer];
            if (ofFamily[cell] == 0) {
                ofFamily[cell] = ++count;
            }
            kinds[customer] = ofFamily[cell] - 1;
        }
        return kinds;
    }

    private Instance instance(OfferBook book) {
        Requires.require(
                book.offers().equals(offers), "offers of the book", book.offers(), offers + "");
        List<Limit> limits = new ArrayList<>(personal);
        priced.forEach(use -> limits.add(use.limit()));
        return Instance.of(book, limits);
    }

    private double[] prices() {
        return priced.stream()
                .mapToDouble(use -> use.price() * use.limit().microsPerUnit())
                .toArray();
    }
}
