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
                        .orElseGet(() -> "NOT SENT: " + reason(offer) + "."));
        new FlipWords(story, offer).sentence().ifPresent(lines::add);
        return lines;
    }

    private String value(Explanation.Offer offer) {
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

    private String reason(Explanation.Offer offer) {
        int colon = offer.reason().indexOf(':');
        String code = colon < 0 ? offer.reason() : offer.reason().substring(0, colon);
        String rule = colon < 0 ? "" : offer.reason().substring(colon + 1);
        return switch (code) {
            case "holdout" ->
                    "held out (%s), so that the effect of sending can be measured".formatted(rule);
            case "no_address" -> "there is no address to send %s to".formatted(offer.channel());
            case "no_consent" -> "the customer has not agreed to %s".formatted(offer.channel());
            case "suppressed" -> "on a suppression list for %s".formatted(offer.channel());
            case "duplicate_address" ->
                    "another customer with the same address is sent to, or is held out";
            case "quiet_hours" -> "quiet hours forbid it";
            case "expired" -> "after quiet hours it would go out too late";
            case "cap" ->
                    "contact cap %s is used up by what was sent before or is reserved"
                            .formatted(rule);
            case "exploration" ->
                    "the customer explores, and something else, or nothing, was drawn";
            case "kept_for_later" ->
                    "the contact is kept for what %s may send on a later day".formatted(rule);
            case "negative_value" -> "it is worth nothing, or less";
            case "budget" -> "others bring more for the budget";
            case "below_price" -> "others bring more for the limit '%s'".formatted(rule);
            case "better_chosen" ->
                    "something better was chosen, and '%s' leaves no room for both".formatted(rule);
            default -> offer.reason();
        };
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
