package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Offers that cost more, or less, than their campaign says.
 *
 * @param what an offer's id or a channel's name
 * @param perSend added to the cost of every send, in currency
 * @param perOrder added to the cost of every order, in currency
 */
public record OfferCost(String what, double perSend, double perOrder) implements Change {
    public OfferCost {
        Requires.text(what, "offers that cost more");
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleChange if costs are learnt from the history, or would be negative
     */
    @Override
    public Brief applyTo(Brief brief) {
        if (brief.file().history().cost().isPresent()) {
            throw new ImpossibleChange(
                    "What sends cost is learnt from history.cost; a stated cost has no effect.");
        }
        Set<String> named = Named.offers(brief, what);
        List<String> impossible =
                brief.file().offers().stream()
                        .filter(offer -> named.contains(offer.offer().id()))
                        .flatMap(this::impossible)
                        .toList();
        if (!impossible.isEmpty()) {
            throw new ImpossibleChange(String.join("\n", impossible));
        }
        return brief.withOffers(
                offer -> named.contains(offer.offer().id()) ? costing(offer) : offer);
    }

    /** Which of its costs would be less than nothing, in sentences. */
    private Stream<String> impossible(CampaignOffer offer) {
        return Stream.of(
                        impossible(offer, "a send", offer.costPerSend(), perSend),
                        impossible(offer, "an order", offer.costPerOrder(), perOrder))
                .flatMap(Optional::stream);
    }

    private static Optional<String> impossible(
            CampaignOffer offer, String each, double cost, double more) {
        return cost + more >= 0
                ? Optional.empty()
                : Optional.of(
                        "%s costs %s %s; it cannot cost %s less."
                                .formatted(
                                        offer.offer().id(), Plain.of(cost), each, Plain.of(-more)));
    }

    private CampaignOffer costing(CampaignOffer offer) {
        return new CampaignOffer(
                offer.offer(),
                offer.treatment(),
                offer.costPerSend() + perSend,
                offer.costPerOrder() + perOrder,
                offer.coFunded(),
                offer.amounts(),
                offer.tier(),
                offer.message());
    }

    @Override
    public String words() {
        String send = perSend == 0 ? "" : signed(perSend) + " a send";
        String order = perOrder == 0 ? "" : signed(perOrder) + " an order";
        return "%s costs %s%s%s"
                .formatted(what, send, send.isEmpty() || order.isEmpty() ? "" : " and ", order);
    }

    private static String signed(double amount) {
        return String.format(Locale.ROOT, "%s%,.2f", amount < 0 ? "−" : "+", Math.abs(amount));
    }
}
