package dev.marginal.scenarios.explanation;

import dev.marginal.scenarios.audit.CustomerFacts;
import dev.marginal.scenarios.audit.CustomerReader;
import dev.marginal.tables.Execution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells one customer's story from a plan folder. */
public final class Explainer {
    private final CustomerFacts facts;
    private final Charges charges;
    private final Flips flips;

    private Explainer(CustomerFacts facts) {
        this.facts = facts;
        this.charges = new Charges(facts.offers(), facts.limits());
        this.flips = new Flips(facts, charges);
    }

    /**
     * The story of a customer in the plan in {@code folder}.
     *
     * @throws dev.marginal.tables.BadInput if the folder is no plan folder, its plan does not know
     *     the customer, or the audience is gone although a rule asks for it
     */
    public static Explanation explain(Path folder, String customer, Execution execution) {
        return of(CustomerReader.read(folder, customer, execution));
    }

    /** The story that these facts tell. */
    static Explanation of(CustomerFacts facts) {
        return new Explainer(facts).story();
    }

    private Explanation story() {
        List<Explanation.Offer> offers =
                IntStream.range(0, facts.offers().size()).mapToObj(this::offer).toList();
        return new Explanation(
                facts.plan(),
                facts.customer(),
                offers.stream()
                        .filter(Explanation.Offer::isSent)
                        .map(Explanation.Offer::offer)
                        .toList(),
                facts.explores() ? facts.arm() : Optional.empty(),
                offers,
                facts.limits().stream()
                        .filter(limit -> limit.price() != 0)
                        .map(Explainer::price)
                        .toList(),
                facts.caps().stream().map(Explainer::cap).toList(),
                notes());
    }

    private Explanation.Offer offer(int number) {
        CustomerFacts.Offer own = facts.offers().get(number);
        double[] prices = charges.prices();
        return new Explanation.Offer(
                own.offer(),
                own.channel(),
                own.uplift(),
                own.orderProbability(),
                own.value(),
                own.cost(),
                new Explanation.Made(
                        facts.plan().margin(),
                        own.costPerSend(),
                        own.costPerOrder(),
                        own.learntCost(),
                        own.future()),
                charges.of(number),
                charges.rates(number, prices),
                charges.worth(prices)[number],
                own.send(),
                own.reason(),
                flips.of(number));
    }

    private static Explanation.Price price(CustomerFacts.Limit limit) {
        return new Explanation.Price(
                limit.limit(),
                limit.charge(),
                limit.atLeast(),
                limit.atMost(),
                limit.use(),
                limit.price());
    }

    private static Explanation.Cap cap(CustomerFacts.Cap cap) {
        Optional<Integer> left =
                cap.now().left().isPresent()
                        ? Optional.of(cap.now().left().getAsInt())
                        : Optional.empty();
        return new Explanation.Cap(
                cap.cap(), cap.offers(), cap.atMost(), cap.gapSeconds(), left, cap.filledBy());
    }

    /** Of plans that follow from prices alone, nothing is noted. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>(facts.notes());
        long best = flips.bestAtPrices();
        if (!facts.explores() && facts.capsKnown() && best != flips.sentBits()) {
            notes.add(
                    "At the prices alone, this customer would be sent %s: limits used up to the last unit decided otherwise."
                            .formatted(words(best)));
        }
        return notes;
    }

    private String words(long set) {
        List<String> words =
                IntStream.range(0, facts.offers().size())
                        .filter(offer -> (set >>> offer & 1) != 0)
                        .mapToObj(offer -> facts.offers().get(offer).offer())
                        .toList();
        return words.isEmpty() ? "nothing" : String.join(" and ", words);
    }
}
