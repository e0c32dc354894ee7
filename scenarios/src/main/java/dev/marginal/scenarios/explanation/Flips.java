package dev.marginal.scenarios.explanation;

import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.NotSent.Code;
import dev.marginal.scenarios.audit.CustomerFacts;
import dev.marginal.scenarios.explanation.Explanation.Flip;
import dev.marginal.scenarios.explanation.Explanation.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would have changed the fate of one customer's offers, each with all else as it is: at the
 * plan's prices, the customer gets the best set that gates, rules and caps leave.
 */
final class Flips {
    private static final double PLAY = 1e-9;
    private static final int MOST_MORE = 2;
    private static final Set<Code> FINAL =
            Set.of(Code.HOLDOUT, Code.EXPLORATION, Code.KEPT_FOR_LATER);
    private static final Set<Code> OF_TIME = Set.of(Code.QUIET_HOURS, Code.EXPIRED);

    private final CustomerFacts facts;
    private final Charges charges;
    private final double[] prices;
    private final double[] worth;
    private final Openness openness;
    private final BestSets sets;

    Flips(CustomerFacts facts, Charges charges) {
        this.facts = facts;
        this.charges = charges;
        this.prices = charges.prices();
        this.worth = charges.worth(prices);
        this.openness = Openness.of(facts);
        this.sets = openness.sets();
    }

    /** What the prices alone would send, as bits. */
    long bestAtPrices() {
        return sets.best(worth);
    }

    List<Flip> of(int offer) {
        CustomerFacts.Offer own = facts.offers().get(offer);
        Optional<Code> code = NotSent.of(own.reason()).map(NotSent::code);
        if (facts.explores() || code.filter(FINAL::contains).isPresent()) {
            String why = facts.explores() ? Code.EXPLORATION.word() : own.reason();
            return List.of(Flip.of(What.NOTHING, why));
        }
        if (own.send().isEmpty() && !isOpen(offer)) {
            return closed(offer, own.reason(), code);
        }
        if (!facts.capsKnown() && facts.offers().size() > 1) {
            return List.of(Flip.of(What.UNKNOWN, ""));
        }
        double lead = sets.lead(offer, worth);
        boolean asPriced = own.send().isPresent() ? lead > PLAY : lead < -PLAY;
        if (!asPriced) {
            return lastUnit(offer, own.send().isPresent());
        }
        List<Flip> flips = new ArrayList<>();
        value(offer, lead).ifPresent(flips::add);
        flips.addAll(prices(offer, own.send().isPresent()));
        if (own.send().isEmpty()) {
            flips.addAll(rules(offer));
            flips.addAll(caps(offer));
        }
        return flips;
    }

    private boolean isOpen(int offer) {
        return sets.admits(offer);
    }

    private List<Flip> closed(int offer, String reason, Optional<Code> code) {
        if (code.filter(Code.CAP::equals).isPresent() && !facts.capsKnown()) {
            return List.of(Flip.of(What.UNKNOWN, reason));
        }
        if (code.filter(OF_TIME::contains).isPresent()) {
            return List.of(Flip.of(What.GATE, reason));
        }
        List<Flip> flips = new ArrayList<>();
        if ((openness.gates() >>> offer & 1) == 0) {
            add(Flip.of(What.GATE, reason), offer, openness.opening(offer), flips);
        } else {
            flips.addAll(rules(offer));
            flips.addAll(caps(offer));
        }
        return flips.isEmpty() ? List.of(Flip.of(What.NOTHING, reason)) : flips;
    }

    /** Adds a flip if it lets the offer in, with what its value would lack besides. */
    private boolean add(Flip flip, int offer, Openness eased, List<Flip> flips) {
        BestSets then = eased.sets();
        if (!then.admits(offer)) {
            return false;
        }
        double lead = then.lead(offer, worth);
        if (lead > PLAY) {
            flips.add(flip);
            return true;
        }
        Optional<Double> more = more(offer, lead);
        more.map(flip::andValueMore).ifPresent(flips::add);
        return more.isPresent();
    }

    /** How much more value makes up for a lead. */
    private Optional<Double> more(int offer, double lead) {
        double alpha = charges.rates(offer, prices).alpha();
        return alpha > 0 ? Optional.of(-lead / alpha) : Optional.empty();
    }

    private Optional<Flip> value(int offer, double lead) {
        double value = facts.offers().get(offer).value();
        return more(offer, lead).map(more -> Flip.of(What.VALUE, "", value, value + more));
    }

    /** A price that falls to nothing, or, for what is sent, one that rises. */
    private List<Flip> prices(int offer, boolean sent) {
        List<Flip> flips = new ArrayList<>();
        for (int limit = 0; limit < prices.length; limit++) {
            if (prices[limit] != 0) {
                int moving = limit;
                PriceWalk walk =
                        new PriceWalk(sets, offer, price -> charges.worth(with(moving, price)));
                double uses = charges.uses(limit, offer);
                double end =
                        sent && uses > 0 && prices[limit] > 0
                                ? prices[limit] + worth[offer] / uses
                                : 0;
                walk.firstChange(prices[limit], end)
                        .map(then -> Flip.of(What.PRICE, name(moving), prices[moving], then))
                        .ifPresent(flips::add);
            }
        }
        return flips;
    }

    private String name(int limit) {
        return facts.limits().get(limit).limit();
    }

    private double[] with(int limit, double price) {
        double[] moved = prices.clone();
        moved[limit] = price;
        return moved;
    }

    private List<Flip> rules(int offer) {
        List<Flip> flips = new ArrayList<>();
        String own = facts.offers().get(offer).offer();
        for (int rule = 0; rule < facts.rules().size(); rule++) {
            CustomerFacts.Rule line = facts.rules().get(rule);
            boolean done = !line.offers().contains(own);
            for (int more = 1; more <= MOST_MORE && !done; more++) {
                int then = line.atMost() + more;
                done =
                        eases(
                                Flip.of(What.RULE, line.rule(), line.atMost(), then),
                                offer,
                                openness.allowing(rule, then),
                                flips);
            }
        }
        return flips;
    }

    private List<Flip> caps(int offer) {
        List<Flip> flips = new ArrayList<>();
        String own = facts.offers().get(offer).offer();
        for (int cap = 0; cap < facts.caps().size(); cap++) {
            CustomerFacts.Cap line = facts.caps().get(cap);
            if (line.offers().contains(own)) {
                boolean done = false;
                for (int i = 0; i < line.eased().size() && !done; i++) {
                    CustomerFacts.Eased eased = line.eased().get(i);
                    done =
                            eases(
                                    flip(line, eased),
                                    offer,
                                    openness.easing(cap, eased.room()),
                                    flips);
                }
            }
        }
        return flips;
    }

    private static Flip flip(CustomerFacts.Cap cap, CustomerFacts.Eased eased) {
        return cap.gapSeconds().isPresent()
                ? Flip.of(What.GAP, cap.cap(), cap.gapSeconds().get(), eased.to())
                : Flip.of(What.CAP, cap.cap(), cap.atMost(), eased.to());
    }

    /** Only what opens the door counts where it is shut; else only what is enough on its own. */
    private boolean eases(Flip flip, int offer, Openness eased, List<Flip> flips) {
        if (!sets.admits(offer)) {
            return add(flip, offer, eased, flips);
        }
        boolean enough = eased.sets().lead(offer, worth) > PLAY;
        if (enough) {
            flips.add(flip);
        }
        return enough;
    }

    /** Worth its prices, or just worth them, but limits are used up to the last unit. */
    private List<Flip> lastUnit(int offer, boolean sent) {
        long now = sentBits();
        long then = sent ? sets.without(offer, worth) : sets.with(offer, worth);
        List<Flip> flips = new ArrayList<>();
        for (int limit = 0; limit < prices.length; limit++) {
            CustomerFacts.Limit line = facts.limits().get(limit);
            double use = line.use() + uses(limit, then) - uses(limit, now);
            boolean tooMuch = line.atMost().isPresent() && use > line.atMost().get() + PLAY;
            boolean tooLittle = line.atLeast().isPresent() && use < line.atLeast().get() - PLAY;
            if (tooMuch || tooLittle) {
                double edge = tooMuch ? line.atMost().get() : line.atLeast().get();
                flips.add(Flip.of(What.LIMIT, line.limit(), edge, use));
            }
        }
        double value = facts.offers().get(offer).value();
        return flips.isEmpty() ? List.of(Flip.of(What.VALUE, "", value, value)) : flips;
    }

    private double uses(int limit, long set) {
        double uses = 0;
        for (long left = set; left != 0; left &= left - 1) {
            uses += charges.uses(limit, Long.numberOfTrailingZeros(left));
        }
        return uses;
    }

    /** What is sent, as bits. */
    long sentBits() {
        long sent = 0;
        for (int offer = 0; offer < facts.offers().size(); offer++) {
            if (facts.offers().get(offer).send().isPresent()) {
                sent |= 1L << offer;
            }
        }
        return sent;
    }
}
