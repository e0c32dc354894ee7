package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;

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
    private final Rates rates;
    private final PersonalLimits personal;

    private Policy(List<Offer> offers, Rates rates, PersonalLimits personal) {
        this.offers = List.copyOf(offers);
        this.rates = rates;
        this.personal = personal;
    }

    /**
     * The policy of a plan.
     *
     * @param offers of the book that the plan was made from
     * @param plan gives the prices
     * @param rules give the personal limits; the same as the plan's
     */
    public static Policy of(List<Offer> offers, SendPlan plan, Rules rules) {
        List<Limit.Personal> limits =
                rules.limits(new Terms(offers))
                        .filter(Limit.Personal.class::isInstance)
                        .map(Limit.Personal.class::cast)
                        .toList();
        return new Policy(
                offers,
                rates(offers.size(), plan.limits()),
                PersonalLimits.of(limits, offers.size()));
    }

    /**
     * What each customer of a book gets, in the book's order.
     *
     * @throws IllegalArgumentException if the book's offers are not the policy's
     */
    public OfferSet[] choose(OfferBook book) {
        Requires.require(
                book.offers().equals(offers), "offers of the book", book.offers(), offers + "");
        Columns columns = Columns.of(book);
        Chooser chooser = personal.chooser();
        double[] reduced = new double[offers.size()];
        OfferSet[] chosen = new OfferSet[book.customers()];
        for (int customer = 0; customer < chosen.length; customer++) {
            columns.reduce(rates, customer, reduced);
            chosen[customer] = new OfferSet(chooser.choose(reduced));
        }
        return chosen;
    }

    private static Rates rates(int offers, List<LimitUse> limits) {
        Rates rates = Rates.free(offers);
        for (LimitUse use : limits) {
            boolean sends = use.limit().charge() == Limit.Charge.SENDS;
            for (int offer = 0; offer < offers; offer++) {
                if (use.limit().offers().contains(offer)) {
                    (sends ? rates.gamma() : rates.beta())[offer] +=
                            use.price() * (sends ? OfferBook.MICROS : 1);
                }
            }
        }
        return rates;
    }
}
