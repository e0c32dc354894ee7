package dev.marginal.app.cli;

import dev.marginal.scenarios.daily.DayPlan;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.LookedAhead;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.scenarios.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan out of the plan store, on one screen. */
record DayPage(DayPlan plan, Path campaignFile) {
    String text() {
        if (plan.made().isEmpty()) {
            return "%s already holds the plan of %s, made from the same inputs"
                    .formatted(plan.folder(), plan.record().key());
        }
        DayPlan.Made made = plan.made().get();
        Words words = new Words(made.campaign().file().currency());
        SummaryPage summary =
                new SummaryPage(
                        made.campaign(),
                        made.day().date(),
                        new PlanFolder.Publication(plan.folder(), false, made.audit()));
        String day = String.join("\n", lines(made, words));
        return alarms(made.day()) + summary.text() + (day.isEmpty() ? "" : "\n\n" + day);
    }

    private static String alarms(Day day) {
        return day.ratios().stream()
                .filter(test -> !test.passes())
                .map(DayPage::alarm)
                .collect(Collectors.joining());
    }

    private static String alarm(SampleRatio test) {
        return "CAREFUL: %s did not come out as its share says: %s, where %s were due (probability %.2g). Effects measured on these customers are not to be trusted.\n"
                .formatted(
                        test.what(),
                        test.counts(),
                        test.expected().stream().map("%.1f"::formatted).toList(),
                        test.probability());
    }

    private static List<String> lines(DayPlan.Made made, Words words) {
        Day day = made.day();
        List<String> lines = new ArrayList<>();
        day.budget().ifPresent(budget -> lines.add(line("Today", budget(budget, words))));
        if (!day.heldOut().holdouts().isEmpty()) {
            lines.add(line("Held out", heldOut(day)));
        }
        day.exploring().ifPresent(exploring -> lines.add(line("Explore", explorers(exploring))));
        day.ahead().ifPresent(ahead -> lines.add(line("Ahead", ahead(ahead, words))));
        if (!day.plannedWith().isEmpty()) {
            lines.add(line("Planned with", String.join(", ", day.plannedWith())));
        }
        made.difference()
                .ifPresent(difference -> lines.add(line("Instead", instead(difference, words))));
        return lines;
    }

    private static String budget(TodaysBudget budget, Words words) {
        return "%s of the %s that are left, %,d days to go: %s"
                .formatted(
                        words.money(budget.today()),
                        words.money(Math.max(0, budget.total() - budget.spent())),
                        budget.daysLeft(),
                        budget.how());
    }

    private static String ahead(LookedAhead ahead, Words words) {
        if (!ahead.together()) {
            return "no plan of all days until %s keeps every rule; today was planned alone"
                    .formatted(ahead.until());
        }
        String kept =
                ahead.kept().stream()
                        .map(
                                one ->
                                        "%,d contacts kept for %s, where they should bring %s"
                                                .formatted(
                                                        one.customers(),
                                                        one.campaign(),
                                                        words.money(one.expected())))
                        .collect(Collectors.joining("; "));
        return "days until %s in view: %s"
                .formatted(ahead.until(), kept.isEmpty() ? "nothing is kept for later" : kept);
    }

    private static String heldOut(Day day) {
        return IntStream.range(0, day.heldOut().holdouts().size())
                .mapToObj(
                        number ->
                                "%s %,d customers"
                                        .formatted(
                                                day.heldOut().holdouts().get(number).name(),
                                                day.heldOut().customers(number)))
                .collect(Collectors.joining(", "));
    }

    private static String explorers(Day.Exploring exploring) {
        return "%,d customers got what was drawn for them; assignments.parquet tells every propensity"
                .formatted(exploring.draws().explorers().length);
    }

    /** What differs from the plan before. */
    static String instead(PlanDifference difference, Words words) {
        return "of the plan before: %,d sends added, %,d dropped, %,d kept; value %s, spend %s"
                .formatted(
                        difference.added(),
                        difference.dropped(),
                        difference.kept(),
                        words.amount(difference.value().doubleValue()),
                        words.amount(difference.spend().doubleValue()));
    }

    private static String line(String name, String text) {
        return Headline.line(Headline.WIDTH, name, text);
    }
}
