package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the budget and each rule of the campaign file promise, in the audit's own reading. */
final class RuleClaims {
    private final CampaignWords words;
    private final Function<String, List<String>> values;
    private final List<SharedClaim> shared = new ArrayList<>();
    private final List<PersonalClaim> personal = new ArrayList<>();

    private RuleClaims(CampaignWords words, Function<String, List<String>> values) {
        this.words = words;
        this.values = values;
    }

    /**
     * Reads the budget and all rules.
     *
     * @param values the values that a column of the audience has
     * @throws IllegalStateException on a rule that this audit does not know
     */
    static RuleClaims of(CampaignWords words, Function<String, List<String>> values) {
        RuleClaims claims = new RuleClaims(words, values);
        if (words.limitsSpend()) {
            claims.share(
                    "the spend stays within the budget",
                    words.offersOf("any"),
                    Where.EVERYONE,
                    "cost",
                    Optional.empty(),
                    Optional.of(words.budget()));
        }
        words.rules().stream().filter(rule -> !ContactWords.isCap(rule)).forEach(claims::add);
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
            case "contact_limit" -> {
                if (!rule.has("per") && !rule.has("gap")) {
                    contactLimit(rule);
                }
            }
            case "channel_cap" ->
                    allowance("channel " + rule.path("channel").asText(), rule, "cap");
            case "co_funding" -> coFunding(rule);
            case "offer_cap" -> allowance("offers " + offers(rule), rule, "cap");
            case "offer_quota" -> offerQuota(rule);
            case "exclusion" -> exclusion(rule);
            case "minimum_reach" -> minimumReach(rule);
            case "minimum_roi" -> shared.add(WeightedClaims.roi(rule, words));
            case "amount_cap" -> amountCap(rule);
            case "segment_budget" -> segmentBudget(rule);
            case "segment_share" ->
                    values.apply(rule.path("by").asText())
                            .forEach(
                                    value ->
                                            shared.addAll(
                                                    WeightedClaims.share(rule, value, words)));
            default ->
                    throw new IllegalStateException(
                            "The audit does not know the rule '%s'.".formatted(name));
        }
    }

    private void contactLimit(JsonNode rule) {
        String of = rule.has("offers") ? offers(rule) : rule.path("channel").asText();
        int most = CampaignWords.money(rule.path("at_most")).intValueExact();
        String what = (of.equals("any") ? "send" : of + " send") + (most == 1 ? "" : "s");
        personal.add(
                new PersonalClaim(
                        "no customer gets more than %d %s".formatted(most, what),
                        words.offersOf(rule),
                        most));
    }

    /** The two limits of {@code max_sends}, {@code max_spend}, {@code min_sends}, … of a rule. */
    private void allowance(String who, JsonNode rule, String what) {
        Where where = Where.of(rule);
        for (String charge : List.of("sends", "spend")) {
            Optional<BigDecimal> least = floor(number(rule.path("min_" + charge)));
            Optional<BigDecimal> most = number(rule.path("max_" + charge));
            if (least.isPresent() || most.isPresent()) {
                share(
                        "%s keeps its %s on %s%s".formatted(who, what, charge, where.words()),
                        words.offersOf(rule),
                        where,
                        charge.equals("spend") ? "cost" : charge,
                        least,
                        most);
            }
        }
    }

    private void segmentBudget(JsonNode rule) {
        String column = rule.path("by").asText();
        for (String charge : List.of("sends", "spend")) {
            for (String value : values.apply(column)) {
                Optional<BigDecimal> least = floor(ofValue(rule.path("min_" + charge), value));
                Optional<BigDecimal> most = ofValue(rule.path("max_" + charge), value);
                if (least.isPresent() || most.isPresent()) {
                    share(
                            "%s %s keeps its budget of %s".formatted(column, value, charge),
                            words.offersOf(rule),
                            Where.value(column, value),
                            charge.equals("spend") ? "cost" : charge,
                            least,
                            most);
                }
            }
        }
    }

    /** A value that the rule does not name pays nothing: nobody there gets these offers. */
    private void coFunding(JsonNode rule) {
        String column = rule.path("by").asText();
        if (column.isEmpty()) {
            coFunding(rule, "the one who co-funds", Where.EVERYONE, rule.path("max_spend"));
            return;
        }
        for (String value : values.apply(column)) {
            String payer = column + " " + value;
            Where where = Where.value(column, value);
            if (rule.path("max_spend").has(value)) {
                coFunding(rule, payer, where, rule.path("max_spend").path(value));
            } else {
                share(
                        payer + " gets nothing that nobody would pay for",
                        coFunded(rule),
                        where,
                        "sends",
                        Optional.empty(),
                        Optional.of(BigDecimal.ZERO));
            }
        }
    }

    private void coFunding(JsonNode rule, String payer, Where where, JsonNode most) {
        share(
                payer + " pays no more than its own budget",
                coFunded(rule),
                where,
                AuditTables.CO_FUNDING,
                Optional.empty(),
                Optional.of(CampaignWords.money(most)));
    }

    private List<String> coFunded(JsonNode rule) {
        return words.offersOf(rule).stream().filter(words.coFunded()::contains).toList();
    }

    private static Optional<BigDecimal> ofValue(JsonNode numbers, String value) {
        return number(numbers.isObject() ? numbers.path(value) : numbers);
    }

    private void offerQuota(JsonNode rule) {
        String offer = rule.path("offer").asText();
        share(
                "offer %s keeps its quota".formatted(offer),
                List.of(offer),
                Where.EVERYONE,
                "sends",
                floor(number(rule.path("min_sends"))),
                number(rule.path("max_sends")));
    }

    private void minimumReach(JsonNode rule) {
        Where where = Where.of(rule);
        share(
                "at least %s sends go out%s"
                        .formatted(rule.path("min_sends").asText(), where.words()),
                words.offersOf(rule),
                where,
                "sends",
                number(rule.path("min_sends")),
                Optional.empty());
    }

    private void amountCap(JsonNode rule) {
        String amount = rule.path("amount").asText();
        Where where = Where.of(rule);
        share(
                "%s stay within their cap%s".formatted(amount, where.words()),
                words.offersOf(rule),
                where,
                amount,
                number(rule.path("at_least")),
                number(rule.path("at_most")));
    }

    private void exclusion(JsonNode rule) {
        List<String> offers = CampaignWords.words(rule.path("offers"));
        personal.add(
                new PersonalClaim(
                        "no customer gets two of %s".formatted(String.join(", ", offers)),
                        offers,
                        1));
    }

    private void share(
            String promise,
            List<String> offers,
            Where where,
            String charge,
            Optional<BigDecimal> least,
            Optional<BigDecimal> most) {
        shared.add(
                new SharedClaim(
                        promise,
                        List.of(SharedClaim.Part.of(offers, where, charge, 1)),
                        least,
                        most));
    }

    private static String offers(JsonNode rule) {
        return String.join(" + ", CampaignWords.words(rule.path("offers")));
    }

    /** A floor of nothing is none. */
    private static Optional<BigDecimal> floor(Optional<BigDecimal> least) {
        return least.filter(number -> number.signum() > 0);
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(CampaignWords.money(node));
    }
}
