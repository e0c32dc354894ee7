package dev.marginal.scenarios.drafting;

import dev.marginal.tables.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A draft in words.
 *
 * @param folder of the campaign file
 */
record DraftText(Tables tables, Guess guess, Wishes wishes, String campaign, Path folder) {
    private static final int TOLD = 60;

    String text() {
        Terms terms = new Terms(tables, guess, wishes);
        List<String> lines = new ArrayList<>();
        lines.add("# Drafted by `marginal init` from %s.".formatted(from()));
        lines.add(
                "# A comment that begins with (?) stands at a guess that deserves a look; docs/how-do-i.md explains every key.");
        lines.add("campaign: " + Yaml.word(campaign));
        lines.add(Comment.on("currency: ", terms.currency()));
        history(lines);
        audience(lines);
        offers(terms, lines);
        lines.add("objective: gmv");
        lines.add(Comment.on("budget: ", terms.budget()));
        rules(lines);
        lifecycle(lines);
        features(lines);
        return String.join("\n", lines) + "\n";
    }

    private String from() {
        String history = "%s (%,d rows)".formatted(tables.name(), tables.history().rows());
        String both =
                tables.audience()
                        .map(
                                audience ->
                                        "%s and %s (%,d rows)"
                                                .formatted(
                                                        history,
                                                        audience.source().name(),
                                                        audience.rows()))
                        .orElse(history);
        return Yaml.comment(both);
    }

    private void history(List<String> lines) {
        TableText table = new TableText(tables.history(), guess, folder);
        boolean query = table.needsCleaning();
        lines.add("history:");
        (query ? table.historyQuery() : table.file()).forEach(line -> lines.add("  " + line));
        role(Role.CUSTOMER, "customer", lines);
        role(Role.TREATMENT, "treatment", lines);
        lines.add(
                Comment.on(
                        "  control: " + Yaml.word(guess.control()), "the rows that got nothing"));
        role(Role.OUTCOME, "gmv", lines);
        role(Role.PROPENSITY, "propensity", lines);
        role(Role.COST, "cost", lines);
        role(Role.TIME, "time", lines);
        role(Role.WEIGHT, "weight", lines);
        List<String> codes = guess.all(Role.CODE).stream().map(ColumnGuess::column).toList();
        if (!codes.isEmpty()) {
            lines.add(
                    Comment.on(
                            "  categories: " + Yaml.words(codes), "read as words, not as numbers"));
        }
        leftOut(query, lines);
    }

    /** A query does not select what is left out. */
    private void leftOut(boolean query, List<String> lines) {
        List<ColumnGuess> out = guess.all(Role.LEFT_OUT);
        if (!out.isEmpty()) {
            lines.add(query ? "  # Left out:" : "  ignore:");
        }
        for (ColumnGuess column : out) {
            String name = (query ? "  #   " : "    - ") + Yaml.word(column.column());
            lines.add(Comment.on(name, Comment.of(column)));
        }
    }

    private void role(Role role, String key, List<String> lines) {
        guess.all(role).stream()
                .map(
                        column ->
                                Comment.on(
                                        "  %s: %s".formatted(key, Yaml.word(column.column())),
                                        Comment.of(column)))
                .forEach(lines::add);
    }

    private void audience(List<String> lines) {
        TableProfile profile = tables.audience().orElse(tables.history());
        TableText table = new TableText(profile, guess, folder);
        Optional<String> customer = guess.audienceCustomer();
        boolean once =
                tables.audience().isEmpty()
                        && customer.filter(id -> TableText.repeats(profile, id)).isPresent();
        boolean query = customer.isEmpty() || once || table.needsCleaning();
        lines.add(
                tables.audience().isPresent()
                        ? "audience:"
                        : Comment.on(
                                "audience:",
                                "(?) the customers of the history themselves: no other table was given"));
        (query ? table.audienceQuery(customer, once) : table.file())
                .forEach(line -> lines.add("  " + line));
        lines.add("  customer: " + Yaml.word(customer.orElse(TableText.ROW)));
        List<String> others = query ? List.of() : notFeatures(profile, customer);
        if (!others.isEmpty()) {
            lines.add(Comment.on("  ignore: " + Yaml.words(others), "neither id nor feature"));
        }
    }

    private List<String> notFeatures(TableProfile profile, Optional<String> customer) {
        List<String> features = guess.features().stream().map(ColumnGuess::column).toList();
        return profile.names().stream()
                .filter(name -> !features.contains(name) && !customer.equals(Optional.of(name)))
                .toList();
    }

    private void offers(Terms terms, List<String> lines) {
        lines.add("offers:");
        if (!terms.learnsCosts() && !terms.costPerSend().doubt().isEmpty()) {
            lines.add("  # (?) " + terms.costPerSend().doubt() + ": put in what you pay.");
        }
        List<ArmOffer> offers = ArmOffer.of(guess);
        boolean tiers = offers.stream().filter(arm -> arm.faceValue().isPresent()).count() > 1;
        for (ArmOffer offer : offers) {
            List<String> keys =
                    new ArrayList<>(
                            List.of(
                                    "offer: " + Yaml.word(offer.id()),
                                    "treatment: " + Yaml.word(offer.treatment()),
                                    "channel: " + Yaml.word(offer.channel())));
            if (!terms.learnsCosts()) {
                keys.add("cost_per_send: " + Yaml.comment(terms.costPerSend().value()));
                offer.faceValue().ifPresent(value -> keys.add("cost_per_order: " + value));
            }
            if (tiers && offer.faceValue().isPresent()) {
                keys.add(
                        "family: %s, face_value: %s"
                                .formatted(offer.family(), offer.faceValue().get()));
            }
            lines.add("  - {" + String.join(", ", keys) + "}");
        }
    }

    private void rules(List<String> lines) {
        lines.add("rules:");
        lines.add(
                Comment.on(
                        "  - {rule: contact_limit, channel: any, at_most: 1}",
                        "as in the history, where each row got one treatment"));
        String channel = ArmOffer.of(guess).get(0).channel();
        lines.add(
                "  # - {rule: channel_cap, channel: %s, max_sends: 4000}"
                        .formatted(Yaml.word(channel)));
        guess.all(Role.WORDS).stream()
                .findFirst()
                .ifPresent(
                        column ->
                                lines.add(
                                        "  # - {rule: segment_share, by: %s, of: spend, at_most: 0.4}"
                                                .formatted(Yaml.word(column.column()))));
    }

    /** What a log of purchases would add, for whoever has one. */
    private void lifecycle(List<String> lines) {
        String customer = guess.audienceCustomer().map(Yaml::word).orElse("customer_id");
        lines.add(
                "# lifecycle:     # a log of purchases adds the columns stage, p_alive, value and more to the audience");
        lines.add(
                "#   purchases: {file: purchases.csv, customer: %s, time: day, amount: total}"
                        .formatted(customer));
    }

    private void features(List<String> lines) {
        lines.add("# Features, which the model learns from:");
        for (ColumnGuess feature : guess.features().stream().limit(TOLD).toList()) {
            lines.add("#   %s: %s".formatted(Yaml.comment(feature.column()), Comment.of(feature)));
        }
        if (guess.features().size() > TOLD) {
            lines.add("#   and %,d more".formatted(guess.features().size() - TOLD));
        }
    }
}
