package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The prices of {@code plan.json}, each beside the limit that the campaign file states.
 *
 * @param sound whether every price found its limit and has the limit's sign
 */
record PlanPrices(List<BoundQuery.Priced> prices, boolean sound, String finding) {
    /**
     * Finds the limit of every price.
     *
     * @param atRisk whether the budget has a confidence, so that a line prices the variance; what
     *     that line proves follows from the budget's own price
     */
    static PlanPrices match(JsonNode limits, List<SharedClaim> stated, boolean atRisk) {
        List<BoundQuery.Priced> prices = new ArrayList<>();
        List<SharedClaim> unmatched = new ArrayList<>(stated);
        for (JsonNode limit : CampaignWords.list(limits)) {
            if (atRisk && limit.path("charge").asText().equals(AuditTables.VARIANCE)) {
                continue;
            }
            double price = limit.path("price").asDouble();
            SharedClaim claim =
                    unmatched.stream().filter(one -> isSame(one, limit)).findFirst().orElse(null);
            if (claim == null) {
                return broken(
                        "'%s' is no limit of the campaign file"
                                .formatted(limit.path("limit").asText()));
            }
            boolean needsCeiling = price > 0 && claim.most().isEmpty();
            boolean needsFloor = price < 0 && claim.least().isEmpty();
            if (needsCeiling || needsFloor) {
                return broken(
                        "'%s' cannot have the price %s"
                                .formatted(limit.path("limit").asText(), price));
            }
            unmatched.remove(claim);
            prices.add(new BoundQuery.Priced(claim, price));
        }
        return unmatched.isEmpty()
                ? new PlanPrices(prices, true, "%d limits".formatted(prices.size()))
                : broken("plan.json lists no price for: " + unmatched.get(0).promise());
    }

    private static boolean isSame(SharedClaim claim, JsonNode limit) {
        return isEqual(claim.least(), limit.path("at_least"))
                && isEqual(claim.most(), limit.path("at_most"))
                && Set.copyOf(claim.parts()).equals(Set.copyOf(parts(limit)));
    }

    /** What a limit of plan.json adds up. */
    static List<SharedClaim.Part> parts(JsonNode limit) {
        return limit.has("parts")
                ? CampaignWords.list(limit.path("parts")).stream().map(PlanPrices::part).toList()
                : List.of(part(limit));
    }

    private static SharedClaim.Part part(JsonNode part) {
        return SharedClaim.Part.of(
                CampaignWords.words(part.path("offers")),
                Where.stated(part),
                part.path("charge").asText(),
                part.path("weight").asLong(1));
    }

    private static boolean isEqual(Optional<BigDecimal> edge, JsonNode stated) {
        boolean given = !stated.isMissingNode() && !stated.isNull();
        return edge.isPresent() == given
                && edge.map(number -> number.compareTo(CampaignWords.money(stated)) == 0)
                        .orElse(true);
    }

    private static PlanPrices broken(String finding) {
        return new PlanPrices(List.of(), false, finding);
    }
}
