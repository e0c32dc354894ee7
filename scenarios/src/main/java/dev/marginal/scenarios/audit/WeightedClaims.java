package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Promises that weigh one sum against another. A decimal becomes a reduced fraction over / under,
 * and both sides are multiplied by {@code under}, so that everything is a whole number.
 */
final class WeightedClaims {
    private record Ratio(long over, long under) {
        static Ratio of(JsonNode number) {
            BigDecimal written = CampaignWords.money(number);
            BigInteger under = BigInteger.TEN.pow(Math.max(0, written.scale()));
            BigInteger over = written.movePointRight(Math.max(0, written.scale())).toBigInteger();
            BigInteger common = over.gcd(under);
            return new Ratio(
                    over.divide(common).longValueExact(), under.divide(common).longValueExact());
        }
    }

    private WeightedClaims() {}

    /** {@code over × cost − under × value ≤ 0}. */
    static SharedClaim roi(JsonNode rule, CampaignWords words) {
        Ratio ratio = Ratio.of(rule.path("at_least"));
        List<String> offers = words.offersOf(rule);
        Where where = Where.of(rule);
        List<SharedClaim.Part> parts = new ArrayList<>();
        parts.add(SharedClaim.Part.of(offers, where, "value", -ratio.under()));
        if (ratio.over() != 0) {
            parts.add(SharedClaim.Part.of(offers, where, "cost", ratio.over()));
        }
        return new SharedClaim(
                "the value is at least %s times the cost%s"
                        .formatted(rule.path("at_least").asText(), where.words()),
                parts,
                Optional.empty(),
                Optional.of(BigDecimal.ZERO));
    }

    /** {@code under × the value's − over × all ≤ 0}, and {@code ≥ 0}. */
    static List<SharedClaim> share(JsonNode rule, String value, CampaignWords words) {
        List<SharedClaim> claims = new ArrayList<>();
        if (rule.has("at_most")) {
            claims.add(
                    new SharedClaim(
                            promise(rule, value, "at_most"),
                            parts(rule, value, "at_most", words),
                            Optional.empty(),
                            Optional.of(BigDecimal.ZERO)));
        }
        if (rule.has("at_least")) {
            claims.add(
                    new SharedClaim(
                            promise(rule, value, "at_least"),
                            parts(rule, value, "at_least", words),
                            Optional.of(BigDecimal.ZERO),
                            Optional.empty()));
        }
        return claims;
    }

    private static String promise(JsonNode rule, String value, String key) {
        return "%s %s has %s %s of the %s"
                .formatted(
                        rule.path("by").asText(),
                        value,
                        key.replace('_', ' '),
                        rule.path(key).asText(),
                        rule.path("of").asText());
    }

    private static List<SharedClaim.Part> parts(
            JsonNode rule, String value, String key, CampaignWords words) {
        Ratio ratio = Ratio.of(rule.path(key));
        String charge = rule.path("of").asText().equals("sends") ? "sends" : "cost";
        List<String> everything = words.offersOf("any");
        Where own = Where.value(rule.path("by").asText(), value);
        List<SharedClaim.Part> parts = new ArrayList<>();
        parts.add(SharedClaim.Part.of(everything, own, charge, ratio.under()));
        if (ratio.over() != 0) {
            parts.add(SharedClaim.Part.of(everything, Where.EVERYONE, charge, -ratio.over()));
        }
        return parts;
    }
}
