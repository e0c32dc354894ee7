package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Choosers;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.NotSent.Code;
import java.util.ArrayList;
import java.util.List;

/** The reasons of one customer after the other. */
final class Verdicts {
    /** 64 offers at a billion in micro-units are worth less. */
    private static final double MORE_THAN_ANY = 1e18;

    private final OfferBook book;
    private final Gates gates;
    private final int[] gateReasons;
    private final Instance instance;
    private final Rates rates;
    private final Choosers choosers;
    private final SharedLimits shared;
    private final PersonalRoom personal;
    private final double[] reduced;
    private final int negative;
    private int customer;
    private long sent;

    Verdicts(CampaignPlan plan, Rules rules, Gates gates, Catalogue catalogue) {
        this.book = plan.offers();
        this.gates = gates;
        this.gateReasons = gates.reasons().stream().mapToInt(catalogue::number).toArray();
        List<Limit> limits = new ArrayList<>();
        plan.sends().limits().stream().map(LimitUse::limit).forEach(limits::add);
        rules.limits(Terms.of(book)).filter(Limit.Personal.class::isInstance).forEach(limits::add);
        this.instance = Instance.of(book, limits);
        this.shared = new SharedLimits(instance, plan.sends().limits(), catalogue);
        this.personal = new PersonalRoom(instance, catalogue);
        this.rates = instance.rates(shared.prices());
        this.choosers = Choosers.of(instance.families());
        this.reduced = new double[book.offers().size()];
        this.negative = catalogue.number(Code.NEGATIVE_VALUE, "");
    }

    /** Looks at another customer, who is sent these offers. */
    void turnTo(int nextCustomer, long nextSent) {
        customer = nextCustomer;
        sent = nextSent;
        instance.columns().reduce(rates, customer, reduced);
    }

    /** The number of the reason why the customer is not sent an offer. */
    int reason(int offer) {
        if (!gates.isOpen(offer, customer)) {
            return gateReasons[gates.reason()[offer][customer] - 1];
        }
        if (!book.allows(offer, customer)) {
            throw new IllegalStateException(
                    "The book closes offer %s to customer number %d, but no gate says why."
                            .formatted(book.offers().get(offer).id(), customer));
        }
        int shut = personal.shut(offer, customer);
        if (shut >= 0) {
            return shut;
        }
        if (book.valueMicros(offer, customer) <= 0) {
            return negative;
        }
        return reduced[offer] <= 0
                ? shared.tooDear(offer, customer, reduced[offer])
                : crowdedOut(offer);
    }

    /** An offer that is worth its prices. */
    private int crowdedOut(int offer) {
        int full = personal.full(offer, customer, sent);
        if (full < 0) {
            return shared.noRoom(offer, customer);
        }
        int better = personal.fullOfBetter(offer, customer, sent, reduced);
        if (better >= 0) {
            return better;
        }
        long with = bestWith(offer);
        int inTheWay = worth(with) > worth(sent) ? shared.noRoomInstead(sent, with, customer) : -1;
        return inTheWay >= 0 ? inTheWay : full;
    }

    /** The best admissible set that has this offer. */
    private long bestWith(int offer) {
        double own = reduced[offer];
        reduced[offer] = MORE_THAN_ANY;
        long best = choosers.of(instance.columns(), customer).choose(reduced);
        reduced[offer] = own;
        return best;
    }

    private double worth(long offers) {
        double worth = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            worth += reduced[Long.numberOfTrailingZeros(left)];
        }
        return worth;
    }
}
