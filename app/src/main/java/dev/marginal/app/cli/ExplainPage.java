package dev.marginal.app.cli;

import dev.marginal.scenarios.audit.CustomerFacts;
import dev.marginal.scenarios.explanation.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One customer's story on one screen. */
record ExplainPage(Explanation story) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%s, %s%s: customer %s"
                        .formatted(
                                story.plan().campaign(),
                                story.plan().date(),
                                story.plan().kind().equals("backfill") ? " (backfill)" : "",
                                story.customer()));
        lines.add("");
        lines.add(sent());
        story.drawn().map(this::drawn).ifPresent(lines::add);
        OfferWords words = new OfferWords(story);
        for (Explanation.Offer offer : story.offers()) {
            lines.add("");
            lines.add("%s (%s)".formatted(offer.offer(), offer.channel()));
            words.lines(offer).forEach(line -> lines.add("  " + line));
        }
        addPrices(lines);
        addCaps(lines);
        addNotes(lines);
        return String.join("\n", lines);
    }

    private String sent() {
        return story.sent().isEmpty()
                ? "Is sent nothing."
                : "Is sent " + String.join(" and ", story.sent()) + ".";
    }

    private String drawn(CustomerFacts.Arm arm) {
        return "This was drawn by lot, not chosen: the customer explores. It came with probability %.4f."
                .formatted(arm.propensity());
    }

    private void addPrices(List<String> lines) {
        lines.add("");
        if (story.prices().isEmpty()) {
            lines.add("No limit binds: nothing has a price.");
            return;
        }
        lines.add("Prices in force, as %s per unit".formatted(story.plan().currency()));
        for (Explanation.Price price : story.prices()) {
            lines.add(
                    "  %-24s %s for one more unit of %s; used %s%s%s"
                            .formatted(
                                    price.limit(),
                                    FlipWords.digits(price.price()),
                                    price.charge(),
                                    FlipWords.plain(price.use()),
                                    edge(" of at most ", price.atMost()),
                                    edge(", at least ", price.atLeast())));
        }
    }

    private static String edge(String words, Optional<Double> amount) {
        return amount.map(number -> words + FlipWords.plain(number)).orElse("");
    }

    private void addCaps(List<String> lines) {
        if (story.caps().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Contact caps");
        for (Explanation.Cap cap : story.caps()) {
            lines.add(
                    "  %-24s %s; %s"
                            .formatted(
                                    cap.cap(),
                                    cap.gapSeconds()
                                            .map(gap -> FlipWords.span(gap) + " apart")
                                            .orElse("at most " + cap.atMost()),
                                    left(cap)));
            cap.filledBy().forEach(contact -> lines.add("    " + contact(contact)));
        }
    }

    private static String left(Explanation.Cap cap) {
        return cap.left()
                .map(left -> "leaves %d of %s".formatted(left, String.join(", ", cap.offers())))
                .orElse("leaves enough for " + String.join(", ", cap.offers()));
    }

    private static String contact(CustomerFacts.Contact contact) {
        return "%s %s%s, %s"
                .formatted(
                        contact.at(),
                        contact.channel(),
                        contact.campaign().isEmpty() ? "" : " of " + contact.campaign(),
                        contact.status().equals("planned")
                                ? "reserved by its plan"
                                : contact.status());
    }

    private void addNotes(List<String> lines) {
        lines.add("");
        lines.add(
                "Whatever \"would\" have been: for this customer alone, at the plan's prices, all else as it was.");
        if (!story.notes().isEmpty()) {
            lines.add(story.notes().stream().collect(Collectors.joining("\n")));
        }
    }
}
