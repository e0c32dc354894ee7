package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.CoFunding;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.optimizer.rules.SegmentShare;
import dev.marginal.scenarios.AudienceWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Rules that speak of every value of a column. */
final class SegmentSentences {
    private static final List<String> KEYS =
            List.of("max_spend", "max_sends", "min_spend", "min_sends");

    private SegmentSentences() {}

    /** {@code {rule: segment_budget, by: region, max_spend: {north: 1000, south: 2000}}}. */
    static Supplier<Rule> budget(Sentence sentence) {
        Section section = sentence.section();
        Map<String, AudienceWords.Place> values = new LinkedHashMap<>();
        Map<String, Map<String, OptionalDouble>> tables = new LinkedHashMap<>();
        for (String key : KEYS) {
            tables.put(key, table(section, key, values));
        }
        if (KEYS.stream().noneMatch(section::has)) {
            section.missing(
                    "max_spend", "max_spend: {north: 1000, south: 2000}, or max_spend: 500");
        }
        String column = sentence.by(values);
        Scope scope = sentence.scope();
        Map<String, Allowance> named = new LinkedHashMap<>();
        values.keySet().forEach(value -> named.put(value, allowance(section, tables, value)));
        Allowance others = allowance(section, tables, "");
        return () -> new SegmentBudget(column, scope, named, others);
    }

    /**
     * {@code {rule: co_funding, by: merchant, max_spend: {aurora: 900, birch: 400}}}; one amount
     * and no {@code by} for a single payer.
     */
    static Supplier<Rule> coFunding(Sentence sentence) {
        Section section = sentence.section();
        Map<String, AudienceWords.Place> values = new LinkedHashMap<>();
        Map<String, OptionalDouble> budgets = table(section, "max_spend", values);
        boolean several = section.has("by") || section.holdsKeys("max_spend");
        if (!section.has("max_spend") || budgets.isEmpty()) {
            section.missing("max_spend", "max_spend: {aurora: 900, birch: 400}");
        } else if (several && !section.holdsKeys("max_spend")) {
            section.wrong(
                    "max_spend",
                    section.scalarText("max_spend"),
                    "must name a budget for each that pays, as by tells several",
                    "Such as: max_spend: {aurora: 900, birch: 400}; who is not named pays nothing.");
        }
        String column = several ? sentence.by(values) : "";
        Scope scope = sentence.scope();
        List<String> coFunded = coFunded(sentence, scope);
        Map<String, Double> named = new LinkedHashMap<>();
        budgets.forEach((payer, most) -> named.put(payer, most.orElse(0)));
        return () -> new CoFunding(column, scope, coFunded, named);
    }

    /** The offers of a scope that others pay a share of; there must be one. */
    private static List<String> coFunded(Sentence sentence, Scope scope) {
        List<String> coFunded =
                sentence.words().coFunded().stream()
                        .filter(scope::includes)
                        .map(Offer::id)
                        .toList();
        if (coFunded.isEmpty()) {
            sentence.section()
                    .wrong(
                            "rule",
                            "co_funding",
                            "needs an offer that others pay a share of",
                            "Such as: co_funded: 0.6 at the offer.");
        }
        return coFunded;
    }

    /** The numbers of a key by value; one that stands for every value is by the empty word. */
    private static Map<String, OptionalDouble> table(
            Section section, String key, Map<String, AudienceWords.Place> values) {
        Map<String, OptionalDouble> table = new LinkedHashMap<>();
        if (!section.holdsKeys(key)) {
            table.put("", amount(section, key, key));
            return table;
        }
        Section inner = section.section(key, key + ": {north: 1000, south: 2000}");
        for (String value : inner.keys()) {
            table.put(value, amount(inner, value, key));
            values.putIfAbsent(value, inner.place(value));
        }
        return table;
    }

    private static OptionalDouble amount(Section section, String key, String meaning) {
        if (meaning.endsWith("_spend")) {
            return Money.of(section, key);
        }
        return section.whole(key, 0).stream().mapToDouble(sends -> sends).findFirst();
    }

    private static Allowance allowance(
            Section section, Map<String, Map<String, OptionalDouble>> tables, String value) {
        OptionalDouble maxSpend = of(tables, "max_spend", value);
        OptionalDouble maxSends = of(tables, "max_sends", value);
        OptionalDouble minSpend = of(tables, "min_spend", value);
        OptionalDouble minSends = of(tables, "min_sends", value);
        if (crossed(minSpend, maxSpend) || crossed(minSends, maxSends)) {
            String key = crossed(minSpend, maxSpend) ? "min_spend" : "min_sends";
            section.wrong(
                    key,
                    value.isEmpty() ? section.scalarText(key) : value,
                    "must not be above " + key.replace("min", "max"),
                    "Maybe they are the wrong way round.");
            return Allowance.NONE;
        }
        return new Allowance(
                minSends.stream().mapToLong(sends -> (long) sends).findFirst(),
                maxSends.stream().mapToLong(sends -> (long) sends).findFirst(),
                minSpend,
                maxSpend);
    }

    private static OptionalDouble of(
            Map<String, Map<String, OptionalDouble>> tables, String key, String value) {
        Map<String, OptionalDouble> table = tables.get(key);
        return table.getOrDefault(value, table.getOrDefault("", OptionalDouble.empty()));
    }

    private static boolean crossed(OptionalDouble least, OptionalDouble most) {
        return least.isPresent() && most.isPresent() && least.getAsDouble() > most.getAsDouble();
    }

    /** {@code {rule: segment_share, by: region, of: spend, at_most: 0.4}}. */
    static Supplier<Rule> share(Sentence sentence) {
        Section section = sentence.section();
        String column = sentence.by(Map.of());
        Charge of =
                section.word("of", List.of("spend", "sends"), "of: spend").equals("sends")
                        ? Charge.SENDS
                        : Charge.COST;
        Optional<BigDecimal> least = section.share("at_least");
        Optional<BigDecimal> most = section.share("at_most");
        Sentence.isOrdered(section, "at_least", "at_most", number(least), number(most));
        if (!section.has("at_least") && !section.has("at_most")) {
            section.missing("at_most", "at_most: 0.4");
        }
        return () -> new SegmentShare(column, of, least, most);
    }

    private static OptionalDouble number(Optional<BigDecimal> share) {
        return share.stream().mapToDouble(BigDecimal::doubleValue).findFirst();
    }
}
