package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Says as lines of {@code plan.json} what was known of the day. */
record DayLines(Day day) {
    private static final int MICRO_DIGITS = 6;

    Lines lines() {
        return new Lines(
                day.budget().map(DayLines::budget).orElse(null),
                IntStream.range(0, day.heldOut().holdouts().size())
                        .mapToObj(number -> holdout(day.heldOut(), number))
                        .toList(),
                day.exploring().map(DayLines::exploration).orElse(null),
                day.ratios().stream().map(DayLines::ratio).toList(),
                day.plannedWith());
    }

    private static BudgetLine budget(TodaysBudget budget) {
        return new BudgetLine(
                money(budget.total()),
                money(budget.spent()),
                budget.daysLeft(),
                money(budget.today()),
                budget.how());
    }

    private static HoldoutLine holdout(HeldOut heldOut, int number) {
        Holdout holdout = heldOut.holdouts().get(number);
        return new HoldoutLine(
                holdout.name(),
                holdout.salt(),
                holdout.from(),
                holdout.until(),
                heldOut.customers(number));
    }

    private static ExplorationLine exploration(Day.Exploring exploring) {
        Draws draws = exploring.draws();
        return new ExplorationLine(draws.share(), exploring.salt(), draws.explorers().length);
    }

    private static RatioLine ratio(SampleRatio test) {
        return new RatioLine(
                test.what(),
                test.counts(),
                test.expected(),
                test.probability(),
                test.passes() ? "sound" : "broken");
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(Math.round(amount * 1e6), MICRO_DIGITS);
    }

    /** What is absent where there is nothing to tell. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Lines(
            @JsonProperty("todays_budget") BudgetLine budget,
            List<HoldoutLine> holdouts,
            ExplorationLine exploration,
            @JsonProperty("sample_ratios") List<RatioLine> ratios,
            @JsonProperty("planned_with") List<String> plannedWith) {}

    /** How today's budget came about. */
    record BudgetLine(
            BigDecimal total,
            BigDecimal spent,
            @JsonProperty("days_left") int daysLeft,
            BigDecimal today,
            String how) {}

    /** Who was held out: buckets [from, until) under the salt. */
    record HoldoutLine(String holdout, String salt, int from, int until, int customers) {}

    /** Who explored: a share of those to whom something was open. */
    record ExplorationLine(double share, String salt, int explorers) {}

    /** Whether a lottery came out as its shares say. */
    record RatioLine(
            String test,
            List<Long> counts,
            List<Double> expected,
            double probability,
            String verdict) {}
}
