package dev.marginal.scenarios.explanation;

import dev.marginal.scenarios.audit.CustomerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Facts of one customer who is sent the best set there is, found by trying all of them. */
final class RandomCustomer {
    private static final List<String> RULES = List.of("rule a", "rule b");

    private final Random random;
    private final int count;

    private RandomCustomer(long seed) {
        this.random = new Random(seed);
        this.count = 2 + random.nextInt(4);
    }

    static CustomerFacts of(long seed) {
        RandomCustomer customer = new RandomCustomer(seed);
        CustomerFacts nothingSent = customer.facts();
        return sending(nothingSent, best(nothingSent, nothingSent.limits(), -1, 0));
    }

    /** Every set that rules and caps admit is tried; with −1 no offer's value is changed. */
    static long best(
            CustomerFacts facts, List<CustomerFacts.Limit> limits, int offer, double more) {
        long best = 0;
        double most = 0;
        for (long set = 0; set < 1L << facts.offers().size(); set++) {
            double worth = admits(facts, set) ? worth(facts, limits, set, offer, more) : -1;
            if (worth > most) {
                most = worth;
                best = set;
            }
        }
        return best;
    }

    private static boolean admits(CustomerFacts facts, long set) {
        boolean rules =
                facts.rules().stream()
                        .allMatch(rule -> count(facts, set, rule.offers()) <= rule.atMost());
        return rules
                && facts.caps().stream()
                        .allMatch(
                                cap ->
                                        count(facts, set, cap.now().closed()) == 0
                                                && count(facts, set, cap.offers())
                                                        <= cap.now().left().orElse(99));
    }

    private static long count(CustomerFacts facts, long set, List<String> offers) {
        return IntStream.range(0, facts.offers().size())
                .filter(offer -> (set >>> offer & 1) != 0)
                .filter(offer -> offers.contains(facts.offers().get(offer).offer()))
                .count();
    }

    private static double worth(
            CustomerFacts facts,
            List<CustomerFacts.Limit> limits,
            long set,
            int changed,
            double more) {
        double worth = 0;
        for (int o = 0; o < facts.offers().size(); o++) {
            if ((set >>> o & 1) != 0) {
                CustomerFacts.Offer offer = facts.offers().get(o);
                double value = offer.value() + (o == changed ? more : 0);
                worth += value;
                for (CustomerFacts.Limit limit : limits) {
                    double uses =
                            limit.ofValue()[o] * value
                                    + limit.ofCost()[o] * offer.cost()
                                    + limit.perSend()[o];
                    worth -= limit.price() * uses;
                }
            }
        }
        return worth;
    }

    private CustomerFacts facts() {
        List<CustomerFacts.Offer> offers =
                IntStream.range(0, count)
                        .mapToObj(number -> offer(number, Optional.empty(), "budget"))
                        .toList();
        List<CustomerFacts.Limit> limits = new ArrayList<>();
        limits.add(limit("budget", 2 * random.nextDouble(), 0, 1, 0));
        limits.add(limit("push cap", random.nextBoolean() ? 0 : random.nextDouble(), 0, 0, 1));
        if (random.nextBoolean()) {
            limits.add(limit("roi", random.nextDouble() / 2, -1, 2, 0));
        }
        if (random.nextBoolean()) {
            limits.add(limit("reach", -random.nextDouble(), 0, 0, 1));
        }
        List<CustomerFacts.Rule> rules =
                RULES.stream()
                        .map(name -> new CustomerFacts.Rule(name, some(), 1 + random.nextInt(2)))
                        .toList();
        return new CustomerFacts(
                new CustomerFacts.Plan("p", "c", "d", "live", "USD", Optional.empty(), List.of()),
                "customer",
                offers,
                limits,
                rules,
                List.of(cap()),
                true,
                false,
                Optional.empty(),
                List.of());
    }

    private CustomerFacts.Cap cap() {
        List<String> offers = some();
        List<CustomerFacts.Eased> eased = new ArrayList<>();
        int left = random.nextInt(3);
        for (int more = 1; more <= 2; more++) {
            eased.add(new CustomerFacts.Eased(2 + more, room(left + more, List.of())));
        }
        List<String> closed = left == 0 ? offers : List.of();
        return new CustomerFacts.Cap(
                "weekly", offers, 2, Optional.empty(), room(left, closed), List.of(), eased);
    }

    private static CustomerFacts.Room room(int left, List<String> closed) {
        return new CustomerFacts.Room(OptionalInt.of(left), closed);
    }

    private CustomerFacts.Offer offer(
            int number, Optional<CustomerFacts.Send> send, String reason) {
        return new CustomerFacts.Offer(
                "o" + number,
                "push",
                0,
                0,
                6 * random.nextDouble() - 1,
                2 * random.nextDouble(),
                0,
                0,
                true,
                Optional.empty(),
                send,
                reason);
    }

    private CustomerFacts.Limit limit(
            String name, double price, double ofValue, double ofCost, double perSend) {
        double[][] of = new double[3][count];
        for (int offer = 0; offer < count; offer++) {
            if (random.nextInt(4) > 0) {
                of[0][offer] = ofValue;
                of[1][offer] = ofCost;
                of[2][offer] = perSend;
            }
        }
        return new CustomerFacts.Limit(
                name, "", Optional.empty(), Optional.empty(), 0, price, of[0], of[1], of[2]);
    }

    private List<String> some() {
        return IntStream.range(0, count)
                .filter(offer -> random.nextInt(3) > 0)
                .mapToObj(offer -> "o" + offer)
                .toList();
    }

    private static CustomerFacts sending(CustomerFacts facts, long set) {
        List<CustomerFacts.Offer> offers = new ArrayList<>();
        for (int o = 0; o < facts.offers().size(); o++) {
            CustomerFacts.Offer offer = facts.offers().get(o);
            boolean sent = (set >>> o & 1) != 0;
            offers.add(
                    new CustomerFacts.Offer(
                            offer.offer(),
                            offer.channel(),
                            0,
                            0,
                            offer.value(),
                            offer.cost(),
                            0,
                            0,
                            true,
                            Optional.empty(),
                            sent
                                    ? Optional.of(new CustomerFacts.Send("", "", "", 1))
                                    : Optional.empty(),
                            sent ? "" : "budget"));
        }
        return with(facts, offers, facts.limits(), facts.rules(), facts.caps());
    }

    static CustomerFacts with(
            CustomerFacts facts,
            List<CustomerFacts.Offer> offers,
            List<CustomerFacts.Limit> limits,
            List<CustomerFacts.Rule> rules,
            List<CustomerFacts.Cap> caps) {
        return new CustomerFacts(
                facts.plan(),
                facts.customer(),
                offers,
                limits,
                rules,
                caps,
                true,
                false,
                Optional.empty(),
                List.of());
    }
}
