package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** That the prices prove the bound, and the gap follows from it. */
record BoundClaims(
        Database database,
        AuditTables tables,
        RuleClaims rules,
        List<PersonalClaim> slots,
        Optional<Risk> risk,
        JsonNode plan) {
    private static final double PLAY = 1e-9;
    private static final double MICRO = 1e-6;
    private static final int MOST_HALVINGS = 60;

    void addTo(List<Claim> claims) {
        PlanPrices prices = PlanPrices.match(plan.path("limits"), rules.shared(), risk.isPresent());
        claims.add(
                new Claim(
                        "every price belongs to a limit and has its sign",
                        prices.sound(),
                        prices.finding()));
        if (prices.sound()) {
            claims.add(bound(prices));
            claims.add(gap(plan));
        }
    }

    private Claim bound(PlanPrices prices) {
        double stated = plan.path("price_bound").asDouble();
        double bound = plan.path("bound").asDouble();
        double play =
                PLAY * Math.abs(stated)
                        + MICRO * (1 + Queries.count(database, "select count(*) from scores"));
        boolean steps = risk.isPresent() && risk.get().z() > 0;
        double derived =
                steps
                        ? largest(prices.prices(), stated + play)
                        : new BoundQuery(database, tables, personal()).bound(prices.prices());
        boolean proven =
                (steps ? derived <= stated + play : Math.abs(derived - stated) <= play)
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

    /**
     * With a confidence, the largest over all deviations that a plan may have: of steps from 0 to
     * the most, the one with the largest bound is halved until no bound is above {@code enough}.
     */
    private double largest(List<BoundQuery.Priced> prices, double enough) {
        PriorityQueue<Step> steps =
                new PriorityQueue<>(Comparator.comparingDouble(Step::bound).reversed());
        steps.add(step(prices, 0, risk.get().mostDeviation()));
        for (int halving = 0; halving < MOST_HALVINGS && steps.peek().bound() > enough; halving++) {
            Step largest = steps.poll();
            double middle = (largest.low() + largest.high()) / 2;
            steps.add(step(prices, largest.low(), middle));
            steps.add(step(prices, middle, largest.high()));
        }
        return steps.peek().bound();
    }

    private Step step(List<BoundQuery.Priced> prices, double low, double high) {
        BoundQuery.Priced budget = prices.get(0);
        SharedClaim row = risk.get().row(low, high, budget.limit().parts().get(0).offers());
        List<BoundQuery.Priced> priced = new ArrayList<>(prices);
        priced.set(0, new BoundQuery.Priced(row, budget.price()));
        BoundQuery query = new BoundQuery(database, tables, personal());
        return new Step(low, high, query.bound(priced));
    }

    private record Step(double low, double high, double bound) {}

    private List<PersonalClaim> personal() {
        return Stream.concat(rules.personal().stream(), slots.stream()).toList();
    }

    static Claim gap(JsonNode plan) {
        double bound = plan.path("bound").asDouble();
        double value = plan.path("value").asDouble();
        double gap = bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
        return new Claim(
                "the gap is (bound − value) / bound",
                Math.abs(gap - plan.path("gap").asDouble(Double.NaN)) <= PLAY,
                "%.3g".formatted(gap));
    }
}
