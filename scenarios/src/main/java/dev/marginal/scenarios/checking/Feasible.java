package dev.marginal.scenarios.checking;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.words.Words;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.UpliftScores;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether any plan keeps budget and rules. Nothing is fitted for that: every customer is taken to
 * order as their arm did on average, which decides what sends cost; neither a rule that speaks of
 * value nor the budget's confidence is asked. Effects are spread around the average, as customers
 * who are all alike would be one large tie.
 */
record Feasible(
        CampaignFile file, CampaignHistory history, Audience audience, Execution execution) {
    private static final String TOPIC = "plan";
    private static final AllocatorSettings HASTY =
            new AllocatorSettings(0.01, Duration.ofSeconds(20));

    /** Its multiples spread evenly over [0, 1). */
    private static final double GOLDEN = 0.6180339887498949;

    List<Finding> findings() {
        OfferBook book =
                new Valuation(file.offers(), file.objective()).value(scores(), audience.traits());
        Rules rules =
                new Rules(
                        file.rules().all().stream()
                                .filter(rule -> !(rule instanceof MinimumRoi))
                                .toList());
        Budget budget = new Budget(file.budget().atMost(), OptionalDouble.empty());
        SendPlan plan = new PriceAllocator(HASTY, execution).allocate(book, budget, rules);
        if (plan.outcome() == Outcome.INFEASIBLE) {
            return List.of(
                    Finding.stops(
                            TOPIC,
                            "no plan keeps every rule; these cannot hold together: "
                                    + String.join("; ", plan.conflict()),
                            plan.relaxations().isEmpty()
                                    ? ""
                                    : "What would make room: "
                                            + String.join("; ", plan.relaxations())
                                            + "."));
        }
        return List.of(plan.outcome() == Outcome.NOT_FOUND ? notFound() : room(plan, book));
    }

    private static Finding notFound() {
        return Finding.doubt(
                TOPIC,
                "no plan that keeps every rule was found in 20 seconds, and none was proven impossible",
                "Maybe relax the rules that ask for a least number of sends.");
    }

    private Finding room(SendPlan plan, OfferBook book) {
        Words words = new Words(file.currency());
        double cheapest = cheapest(book);
        if (file.budget().atMost().isPresent() && file.budget().atMost().getAsDouble() < cheapest) {
            return Finding.doubt(
                    TOPIC,
                    "the budget of %s buys no send: the cheapest costs %s"
                            .formatted(
                                    words.money(file.budget().atMost().getAsDouble()),
                                    words.money(cheapest)),
                    "Raise the budget, or see whether costs are in the same currency.");
        }
        return Finding.fine(
                TOPIC,
                "budget and rules leave room: if all cost what their arm did on average, about %s to %,d customers for %s"
                        .formatted(
                                CampaignWords.many(plan.sends(), "send"),
                                audience.customers().rows(),
                                words.money(plan.spend())));
    }

    private static double cheapest(OfferBook book) {
        double least = Double.POSITIVE_INFINITY;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            for (float cost : book.cost()[offer]) {
                least = Math.min(least, cost);
            }
        }
        return least;
    }

    private UpliftScores scores() {
        int customers = audience.customers().rows();
        int treatments = history.treatments().size();
        float[][] uplift = new float[treatments][];
        float[][] orders = new float[treatments][];
        float[][] cost = new float[treatments][];
        double nothing = mean(0, history.gmv());
        double[] ordered = Arrays.stream(history.gmv()).map(amount -> amount > 0 ? 1 : 0).toArray();
        for (int t = 0; t < treatments; t++) {
            uplift[t] = spread(mean(t + 1, history.gmv()) - nothing, customers);
            orders[t] = alike(Math.min(0.9, mean(t + 1, ordered)), customers);
            int arm = t + 1;
            cost[t] = alike(history.cost().map(all -> mean(arm, all)).orElse(0.0), customers);
        }
        return new UpliftScores(
                history.treatments(),
                uplift,
                orders,
                alike(nothing, customers),
                history.cost().isPresent() ? Optional.of(cost) : Optional.empty(),
                Optional.of(alike(mean(0, ordered), customers)));
    }

    private double mean(int arm, double[] of) {
        return IntStream.of(history.rowsOf(arm)).mapToDouble(row -> of[row]).average().orElse(0);
    }

    private static float[] alike(double value, int customers) {
        float[] values = new float[customers];
        Arrays.fill(values, (float) value);
        return values;
    }

    /** From half of the value to one and a half, spread evenly. */
    private static float[] spread(double value, int customers) {
        float[] values = new float[customers];
        for (int i = 0; i < customers; i++) {
            double place = i * GOLDEN - Math.floor(i * GOLDEN);
            values[i] = (float) (value * (0.5 + place));
        }
        return values;
    }
}
