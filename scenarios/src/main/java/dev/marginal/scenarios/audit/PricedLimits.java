package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The limits of plan.json with their prices, and what they charge one customer's offers. */
record PricedLimits(FoundPlan plan, Database database, AuditTables tables) {
    /** Every limit of plan.json. */
    List<CustomerFacts.Limit> all() {
        return CampaignWords.list(plan.json().path("limits")).stream().map(this::limit).toList();
    }

    private CustomerFacts.Limit limit(JsonNode line) {
        List<CampaignWords.OfferLine> offers = plan.words().offers();
        double[] ofValue = new double[offers.size()];
        double[] ofCost = new double[offers.size()];
        double[] perSend = new double[offers.size()];
        for (SharedClaim.Part part : PlanPrices.parts(line)) {
            if (!counts(part.where())) {
                continue;
            }
            double weight = part.weight().doubleValue();
            for (int o = 0; o < offers.size(); o++) {
                if (part.offers().contains(offers.get(o).offer())) {
                    switch (part.charge()) {
                        case "value" -> ofValue[o] += weight;
                        case "cost" -> ofCost[o] += weight;
                        case "sends" -> perSend[o] += weight;
                        default -> perSend[o] += weight * amount(part.charge(), offers.get(o));
                    }
                }
            }
        }
        return new CustomerFacts.Limit(
                line.path("limit").asText(),
                line.path("charge").asText(),
                edge(line.path("at_least")),
                edge(line.path("at_most")),
                CampaignWords.money(line.path("use")).doubleValue(),
                line.path("price").asDouble(),
                ofValue,
                ofCost,
                perSend);
    }

    private boolean counts(Where where) {
        return Queries.count(
                        database,
                        "select count(*) from customers where " + tables.dimensions().holds(where))
                > 0;
    }

    private double amount(String name, CampaignWords.OfferLine offer) {
        return Queries.count(
                        database,
                        "select m%d from book where offer = %s"
                                .formatted(
                                        tables.amounts().indexOf(name),
                                        Database.quote(offer.offer())))
                / 1e6;
    }

    private static Optional<Double> edge(JsonNode number) {
        return number.isMissingNode() || number.isNull()
                ? Optional.empty()
                : Optional.of(new BigDecimal(number.asText()).doubleValue());
    }
}
