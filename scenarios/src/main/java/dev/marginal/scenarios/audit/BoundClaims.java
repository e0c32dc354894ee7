package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That the prices prove the bound, and the gap follows from it. */
record BoundClaims(
        Database database,
        AuditTables tables,
        RuleClaims rules,
        Optional<Risk> risk,
        JsonNode plan) {
    private static final double PLAY = 1e-9;
    private static final double MICRO = 1e-6;

    void addTo(List<Claim> claims) {
        PlanPrices prices = PlanPrices.match(plan.path("limits"), rules.shared(), risk.isPresent());
        claims.add(
                new Claim(
                        "every price belongs to a limit and has its sign",
                        prices.sound(),
                        prices.finding()));
        if (prices.sound()) {
            claims.add(bound(prices));
            claims.add(gap());
        }
    }

    private Claim bound(PlanPrices prices) {
        double derived = derived(prices.prices());
        double stated = plan.path("price_bound").asDouble();
        double bound = plan.path("bound").asDouble();
        double play =
                PLAY * Math.abs(derived)
                        + MICRO * (1 + Queries.count(database, "select count(*) from scores"));
        boolean proven =
                Math.abs(derived - stated) <= play
                        && bound <= stated + play
                        && plan.path("value").asDouble() <= bound + play;
        String lowered =
                bound < stated - play
                        ? "; the solver's search lowered it to %.6f".formatted(bound)
                        : "";
        return new Claim(
                "no plan can be worth more than the bound that these prices prove",
                proven,
                "derived %.6f, stated %.6f%s".formatted(derived, stated, lowered));
    }

    /** With a confidence, the largest over all deviations that a plan may have. */
    private double derived(List<BoundQuery.Priced> prices) {
        BoundQuery query = new BoundQuery(database, tables, rules.personal());
        if (risk.isEmpty() || prices.get(0).price() <= 0 || risk.get().z() <= 0) {
            return query.bound(prices);
        }
        List<Double> steps = risk.get().steps();
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < steps.size(); i++) {
            BoundQuery.Priced budget = prices.get(0);
            SharedClaim row =
                    risk.get()
                            .row(
                                    steps.get(i - 1),
                                    steps.get(i),
                                    budget.limit().parts().get(0).offers());
            List<BoundQuery.Priced> step = new ArrayList<>(prices);
            step.set(0, new BoundQuery.Priced(row, budget.price()));
            largest = Math.max(largest, query.bound(step));
        }
        return largest;
    }

    private Claim gap() {
        double bound = plan.path("bound").asDouble();
        double value = plan.path("value").asDouble();
        double gap = bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
        return new Claim(
                "the gap is (bound − value) / bound",
                Math.abs(gap - plan.path("gap").asDouble(Double.NaN)) <= PLAY,
                "%.3g".formatted(gap));
    }
}
