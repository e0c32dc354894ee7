package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the budget and each rule of the campaign file promise, in the audit's own reading. */
final class RuleClaims {
    private final CampaignWords words;
    private final List<SharedClaim> shared = new ArrayList<>();
    private final List<PersonalClaim> personal = new ArrayList<>();

    private RuleClaims(CampaignWords words) {
        this.words = words;
    }

    /**
     * Reads the budget and all rules.
     *
     * @throws IllegalStateException on a rule that this audit does not know
     */
    static RuleClaims of(CampaignWords words) {
        RuleClaims claims = new RuleClaims(words);
        if (words.limitsSpend()) {
            claims.shared.add(
                    new SharedClaim(
                            "the spend stays within the budget",
                            words.offersOf("any"),
                            "cost",
                            BigDecimal.ZERO,
                            Optional.of(words.budget())));
        }
        words.rules().forEach(claims::add);
        return claims;
    }

    List<SharedClaim> shared() {
        return shared;
    }

    List<PersonalClaim> personal() {
        return personal;
    }

    private void add(JsonNode rule) {
        String name = rule.path("rule").asText();
        switch (name) {
            case "contact_limit" -> contactLimit(rule);
            case "channel_cap" -> channelCap(rule);
            case "offer_quota" -> offerQuota(rule);
            case "exclusion" -> exclusion(rule);
            default ->
                    throw new IllegalStateException(
                            "The audit does not know the rule '%s'.".formatted(name));
        }
    }

    private void contactLimit(JsonNode rule) {
        String channel = rule.path("channel").asText();
        int most = CampaignWords.money(rule.path("at_most")).intValueExact();
        String what = (channel.equals("any") ? "send" : channel + " send") + (most == 1 ? "" : "s");
        personal.add(
                new PersonalClaim(
                        "no customer gets more than %d %s".formatted(most, what),
                        words.offersOf(channel),
                        most));
    }

    private void channelCap(JsonNode rule) {
        String channel = rule.path("channel").asText();
        most(rule, "max_sends")
                .ifPresent(
                        most ->
                                share(
                                        "channel %s keeps its cap on sends".formatted(channel),
                                        words.offersOf(channel),
                                        "sends",
                                        BigDecimal.ZERO,
                                        most));
        most(rule, "max_spend")
                .ifPresent(
                        most ->
                                share(
                                        "channel %s keeps its cap on spend".formatted(channel),
                                        words.offersOf(channel),
                                        "cost",
                                        BigDecimal.ZERO,
                                        most));
    }

    private void offerQuota(JsonNode rule) {
        String offer = rule.path("offer").asText();
        shared.add(
                new SharedClaim(
                        "offer %s keeps its quota".formatted(offer),
                        List.of(offer),
                        "sends",
                        CampaignWords.money(rule.path("min_sends")),
                        most(rule, "max_sends")));
    }

    private void exclusion(JsonNode rule) {
        List<String> offers =
                CampaignWords.list(rule.path("offers")).stream().map(JsonNode::asText).toList();
        personal.add(
                new PersonalClaim(
                        "no customer gets two of %s".formatted(String.join(", ", offers)),
                        offers,
                        1));
    }

    private void share(
            String promise, List<String> offers, String charge, BigDecimal least, BigDecimal most) {
        shared.add(new SharedClaim(promise, offers, charge, least, Optional.of(most)));
    }

    private static Optional<BigDecimal> most(JsonNode rule, String key) {
        return rule.has(key) ? Optional.of(CampaignWords.money(rule.path(key))) : Optional.empty();
    }
}
