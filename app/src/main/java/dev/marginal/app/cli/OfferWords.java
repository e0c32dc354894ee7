package dev.marginal.app.cli;

import dev.marginal.scenarios.audit.CustomerFacts;
import dev.marginal.scenarios.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One offer's part of a story, in sentences. */
record OfferWords(Explanation story) {
    List<String> lines(Explanation.Offer offer) {
        List<String> lines = new ArrayList<>();
        lines.add(value(offer));
        lines.add(cost(offer));
        if (!offer.charges().isEmpty()) {
            lines.add(charges(offer));
        }
        lines.add(
                offer.send()
                        .map(send -> sent(send))
                        .orElseGet(() -> "NOT SENT: " + reason(offer).told() + "."));
        new FlipWords(story, offer).sentence().ifPresent(lines::add);
        return lines;
    }

    private String value(Explanation.Offer offer) {
        return offer.made()
                .future()
                .map(
                        later ->
                                "value %s = uplift %s + %.4f extra orders × %s that an order is worth later"
                                        .formatted(
                                                money(offer.value()),
                                                amount(offer.uplift()),
                                                later.extraOrders(),
                                                amount(later.valueOfAnOrder())))
                .orElseGet(() -> withoutFuture(offer));
    }

    private String withoutFuture(Explanation.Offer offer) {
        return offer.made()
                .margin()
                .map(
                        margin ->
                                "value %s = uplift %s × margin %s − cost %s"
                                        .formatted(
                                                money(offer.value()),
                                                amount(offer.uplift()),
                                                margin,
                                                amount(offer.cost())))
                .orElse("value %s: its uplift".formatted(money(offer.value())));
    }

    private String cost(Explanation.Offer offer) {
        Explanation.Made made = offer.made();
        String orders = "orders with probability %.3f".formatted(offer.orderProbability());
        if (made.learntCost()) {
            return "costs %s, as learnt from the history; %s"
                    .formatted(money(offer.cost()), orders);
        }
        return made.costPerOrder() == 0
                ? "costs %s; %s".formatted(money(offer.cost()), orders)
                : "costs %s = %s per send + %.3f probability of an order × %s"
                        .formatted(
                                money(offer.cost()),
                                amount(made.costPerSend()),
                                offer.orderProbability(),
                                amount(made.costPerOrder()));
    }

    private String charges(Explanation.Offer offer) {
        String each = offer.charges().stream().map(this::charge).collect(Collectors.joining(", "));
        return "prices charge %s; %s left".formatted(each, money(offer.reducedValue()));
    }

    private String charge(Explanation.Charge charge) {
        return "%s for %s (%s × %s)"
                .formatted(
                        amount(charge.amount()),
                        charge.limit(),
                        amount(charge.uses()),
                        FlipWords.digits(charge.amount() / charge.uses()));
    }

    private String sent(CustomerFacts.Send send) {
        return "SENT at %s, expires %s, decision %s%s"
                .formatted(
                        send.sendAt(),
                        send.expiresAt(),
                        send.decisionId(),
                        story.drawn().isPresent()
                                ? "; drawn, propensity %.4f".formatted(send.propensity())
                                : "");
    }

    private static ReasonWords reason(Explanation.Offer offer) {
        return new ReasonWords(offer.reason(), offer.channel());
    }

    private String money(double amount) {
        return amount(amount) + " " + story.plan().currency();
    }

    /** Cents, or as many digits as tell a small amount from nothing. */
    private static String amount(double amount) {
        boolean small = amount != 0 && Math.abs(amount) < 0.1;
        return String.format(Locale.ROOT, small ? "%.4f" : "%,.2f", amount);
    }
}
