package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.LookedAhead;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says as lines of {@code plan.json} what was known of the day. */
record DayLines(Day day) {
    private static final int MICRO_DIGITS = 6;

    Lines lines() {
        return new Lines(
                day.budget().map(DayLines::budget).orElse(null),
                IntStream.range(0, day.heldOut().holdouts().size())
                        .mapToObj(
                                number ->
                                        holdout(
                                                day.heldOut().holdouts().get(number),
                                                day.heldOut().customers(number)))
                        .toList(),
                day.exploring().map(DayLines::exploration).orElse(null),
                day.ratios().stream().map(DayLines::ratio).toList(),
                day.plannedWith(),
                day.ahead().map(DayLines::ahead).orElse(null));
    }

    private static AheadLine ahead(LookedAhead ahead) {
        return new AheadLine(
                ahead.until().toString(),
                ahead.campaigns(),
                ahead.together()
                        ? "planned together with later days"
                        : "no plan of all days keeps every rule: planned alone",
                ahead.kept().stream()
                        .map(
                                one ->
                                        new KeptLine(
                                                one.campaign(),
                                                one.customers(),
                                                money(one.expected())))
                        .toList(),
                ahead.prices());
    }

    private static BudgetLine budget(TodaysBudget budget) {
        return new BudgetLine(
                money(budget.total()),
                money(budget.spent()),
                budget.daysLeft(),
                money(budget.today()),
                budget.how());
    }

    /** Of a plan that was made in parts, with how many customers each holdout holds out. */
    static Lines ofParts(
            Optional<TodaysBudget> today, List<Holdout> holdouts, long[] held, long customers) {
        List<HoldoutLine> lines = new ArrayList<>();
        List<RatioLine> ratios = new ArrayList<>();
        for (int number = 0; number < held.length; number++) {
            Holdout one = holdouts.get(number);
            lines.add(holdout(one, held[number]));
            ratios.add(ratio(SampleRatio.of(one, held[number], customers)));
        }
        return new Lines(
                today.map(DayLines::budget).orElse(null), lines, null, ratios, List.of(), null);
    }

    private static HoldoutLine holdout(Holdout holdout, long customers) {
        return new HoldoutLine(
                holdout.name(), holdout.salt(), holdout.from(), holdout.until(), customers);
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
            @JsonProperty("planned_with") List<String> plannedWith,
            @JsonProperty("look_ahead") AheadLine ahead) {}

    /** What was known of later days, and what is left for them. */
    record AheadLine(
            String until,
            List<String> campaigns,
            String how,
            List<KeptLine> kept,
            Map<String, Double> prices) {}

    /** How many customers' contacts are kept for a campaign, and what it is expected to add. */
    record KeptLine(
            @JsonProperty("for") String campaign,
            long customers,
            @JsonProperty("expected_value") BigDecimal expected) {}

    /** How today's budget came about. */
    record BudgetLine(
            BigDecimal total,
            BigDecimal spent,
            @JsonProperty("days_left") int daysLeft,
            BigDecimal today,
            String how) {}

    /** Who was held out: buckets [from, until) under the salt. */
    record HoldoutLine(String holdout, String salt, int from, int until, long customers) {}

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
