package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.FutureValue;
import dev.marginal.scenarios.Objective;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the plan adds up, what it may spend, and how hard to look for it. */
record GoalKeys(Section root, Path folder) {
    /** The words of all objectives. */
    static final List<String> OBJECTIVES = List.of("gmv", "profit", "value");

    /** What {@code ./marginal value score} calls what an order is worth later. */
    private static final String VALUE_OF_AN_ORDER = "value_of_an_order";

    private static final String FUTURE = "future_value";
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_CONFIDENCE = 0.9999;

    /** Its variance of one send stays within a billion. */
    private static final double MOST_UNCERTAIN_COST = 60_000;

    Objective objective() {
        String objective =
                root.has("objective")
                        ? root.word("objective", OBJECTIVES, "objective: gmv")
                        : "gmv";
        OptionalDouble margin = root.number("margin", 0, 1, "must be a share between 0 and 1");
        boolean profit = objective.equals("profit");
        if (profit && !root.has("margin")) {
            root.missing("margin", "margin: 0.3, the share of GMV that objective: profit counts");
        }
        if (!profit && root.has("margin")) {
            root.wrong(
                    "margin",
                    root.scalarText("margin"),
                    "has no effect on objective: " + objective,
                    "Maybe set objective: profit.");
        }
        Optional<FutureValue> future = futureValue(objective);
        return switch (objective) {
            case "profit" -> new Objective.Profit(margin.orElse(1));
            case "value" -> new Objective.Value(future);
            default -> new Objective.Gmv();
        };
    }

    private Optional<FutureValue> futureValue(String objective) {
        boolean wanted = objective.equals("value");
        if (!wanted && root.has(FUTURE)) {
            root.wrong(
                    FUTURE,
                    null,
                    "has no effect on objective: " + objective,
                    "Maybe set objective: value; what-if --objective gmv then tells what that changes.");
        }
        boolean told = root.has(LifecycleKeys.KEY);
        if (!root.has(FUTURE) && (!wanted || told)) {
            return Optional.empty();
        }
        Section section =
                root.section(FUTURE, "future_value: {file: value.csv, customer: customer_id}");
        FutureValue table =
                new FutureValue(
                        TableSections.source(section, FUTURE, folder),
                        section.text(
                                "customer",
                                "customer: customer_id, the column of the customers' ids"),
                        section.optionalText("column").orElse(VALUE_OF_AN_ORDER));
        section.noOtherKeys();
        return wanted ? Optional.of(table) : Optional.empty();
    }

    private Budget expected() {
        if ("unlimited".equals(root.scalarText("budget"))) {
            root.optionalText("budget");
            return Budget.unlimited();
        }
        OptionalDouble amount = Money.of(root, "budget");
        if (!root.has("budget")) {
            root.missing("budget", "budget: 20000.00, or budget: unlimited");
        }
        return new Budget(amount, OptionalDouble.empty());
    }

    /**
     * The budget with its confidence.
     *
     * @param learntCosts whether the history says what sends cost
     */
    Budget budget(List<CampaignOffer> offers, boolean learntCosts) {
        Budget budget = expected();
        OptionalDouble confidence =
                root.number(
                        "budget_confidence",
                        LEAST_CONFIDENCE,
                        MOST_CONFIDENCE,
                        "must be a probability from 0.5 to 0.9999, such as 0.95");
        if (confidence.isEmpty()) {
            return budget;
        }
        if ("unlimited".equals(root.scalarText("budget"))) {
            root.wrong(
                    "budget_confidence",
                    root.scalarText("budget_confidence"),
                    "has no effect on budget: unlimited",
                    "Maybe set a budget.");
        }
        if (learntCosts) {
            root.wrong(
                    "budget_confidence",
                    root.scalarText("budget_confidence"),
                    "needs costs stated at the offers: from history.cost is learnt what a send costs"
                            + " on average, not how much that varies",
                    "Maybe leave it out.");
        }
        offers.stream()
                .filter(offer -> offer.costPerOrder() > MOST_UNCERTAIN_COST)
                .forEach(this::tooUncertain);
        return budget.with(confidence.getAsDouble());
    }

    private void tooUncertain(CampaignOffer offer) {
        root.wrong(
                "budget_confidence",
                root.scalarText("budget_confidence"),
                "needs a cost_per_order of at most 60,000 at every offer, but %s has %.2f"
                        .formatted(offer.offer().id(), offer.costPerOrder()),
                "Maybe count money in thousands.");
    }

    /** {@code target_gap} and {@code time_limit}. */
    AllocatorSettings search() {
        AllocatorSettings defaults = AllocatorSettings.defaults();
        double gap =
                root.number("target_gap", 0, 1, "must be a share between 0 and 1, such as 1e-6")
                        .orElse(defaults.targetGap());
        Duration limit = root.duration("time_limit").orElse(defaults.timeLimit());
        return new AllocatorSettings(gap, limit);
    }
}
