package dev.marginal.scenarios.explanation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.audit.CustomerFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What one customer may get: gates, rules and caps as they are, or with one of them eased. */
record Openness(
        CustomerFacts facts, List<Integer> allowed, List<CustomerFacts.Room> rooms, long gates) {
    /** As the plan found it. */
    static Openness of(CustomerFacts facts) {
        long gates = 0;
        for (int offer = 0; offer < facts.offers().size(); offer++) {
            Optional<NotSent> reason = NotSent.of(facts.offers().get(offer).reason());
            if (reason.filter(why -> closes(facts, why.code())).isEmpty()) {
                gates |= 1L << offer;
            }
        }
        return new Openness(
                facts,
                facts.rules().stream().map(CustomerFacts.Rule::atMost).toList(),
                facts.caps().stream().map(CustomerFacts.Cap::now).toList(),
                gates);
    }

    /** Where caps could not be read, what they close is taken from what was told. */
    private static boolean closes(CustomerFacts facts, NotSent.Code code) {
        return code.isGate() && !(code == NotSent.Code.CAP && facts.capsKnown());
    }

    Openness opening(int offer) {
        return new Openness(facts, allowed, rooms, gates | 1L << offer);
    }

    Openness allowing(int rule, int atMost) {
        List<Integer> raised = new ArrayList<>(allowed);
        raised.set(rule, atMost);
        return new Openness(facts, raised, rooms, gates);
    }

    Openness easing(int cap, CustomerFacts.Room room) {
        List<CustomerFacts.Room> eased = new ArrayList<>(rooms);
        eased.set(cap, room);
        return new Openness(facts, allowed, eased, gates);
    }

    BestSets sets() {
        long open = gates;
        List<Limit.Personal> limits = new ArrayList<>();
        for (int rule = 0; rule < allowed.size(); rule++) {
            limits.add(limit(facts.rules().get(rule).offers(), allowed.get(rule)));
        }
        for (int cap = 0; cap < rooms.size(); cap++) {
            CustomerFacts.Room room = rooms.get(cap);
            open &= ~bits(room.closed());
            if (room.left().isPresent()) {
                limits.add(limit(facts.caps().get(cap).offers(), room.left().getAsInt()));
            }
        }
        return new BestSets(limits, facts.offers().size(), open);
    }

    private Limit.Personal limit(List<String> offers, int most) {
        return new Limit.Personal("limit", new OfferSet(bits(offers)), Segment.EVERYONE, most);
    }

    private long bits(Collection<String> offers) {
        long bits = 0;
        for (int offer = 0; offer < facts.offers().size(); offer++) {
            if (offers.contains(facts.offers().get(offer).offer())) {
                bits |= 1L << offer;
            }
        }
        return bits;
    }
}
