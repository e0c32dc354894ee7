package dev.marginal.app.cli;

import dev.marginal.app.answers.FrontierJson;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.whatif.Frontier;
import dev.marginal.scenarios.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every budget earns, as a table or as JSON.
 *
 * @param file the campaign with the changes
 * @param day of a campaign that knows of other days
 * @param changes that hold at every budget
 */
record FrontierPage(
        CampaignFile file,
        Optional<LocalDate> day,
        Optional<String> changes,
        Frontier frontier,
        Optional<BudgetPoint> reached) {
    private static final String COLUMNS = "  %14s %14s %12s %10s   %s";

    String text() {
        Words words = new Words(file.currency());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                file.campaign()
                        + day.map(date -> " on " + date).orElse("")
                        + changes.map(made -> ", " + made).orElse(""));
        lines.add("");
        String value = file.objective().isUplift() ? "model's GMV" : file.objective().told();
        lines.add(
                COLUMNS.formatted(
                        "budget", value, "next unit", "sends", "measured GMV, 95 % interval"));
        List<BudgetPoint> all = new ArrayList<>(frontier.points());
        frontier.current().ifPresent(all::add);
        all.sort((one, other) -> Double.compare(one.budget(), other.budget()));
        for (BudgetPoint point : all) {
            lines.add(row(point, words) + (isCurrent(point) ? "   ← the campaign's" : ""));
        }
        lines.add("");
        lines.add(
                "Plateau                  %s; a larger budget earns nothing more"
                        .formatted(words.money(frontier.plateau())));
        lines.add("Break-even               " + breakEven(words));
        frontier.tooLittle()
                .ifPresent(
                        budget ->
                                lines.add("Too little               " + tooLittle(budget, words)));
        reached.ifPresent(point -> lines.add("Cheapest budget          " + cheapest(point, words)));
        return String.join("\n", lines);
    }

    /** What it is worth as the model sees it; what was measured need not rise with the budget. */
    private String cheapest(BudgetPoint point, Words words) {
        return "%s is worth %s of %s; measured GMV %s"
                .formatted(
                        words.money(point.budget()),
                        words.amount(point.value()),
                        value(),
                        measured(point, words));
    }

    private String value() {
        return file.objective().isUplift() ? "the model's GMV" : file.objective().told();
    }

    private static String measured(BudgetPoint point, Words words) {
        return point.gmv()
                .map(
                        gmv ->
                                "%s (%s to %s)"
                                        .formatted(
                                                words.amount(gmv.estimate()),
                                                words.amount(gmv.low()),
                                                words.amount(gmv.high())))
                .orElse("not measured");
    }

    private boolean isCurrent(BudgetPoint point) {
        return frontier.current().filter(own -> own == point).isPresent();
    }

    private static String row(BudgetPoint point, Words words) {
        return COLUMNS.formatted(
                words.amount(point.budget()),
                words.amount(point.value()),
                String.format(Locale.ROOT, "%.3f", point.price()),
                "%,d".formatted(point.sends()),
                measured(point, words));
    }

    private String breakEven(Words words) {
        if (frontier.breakEven().isPresent()) {
            return "%s; beyond it the next unit %s"
                    .formatted(
                            words.money(frontier.breakEven().getAsDouble()),
                            file.objective() instanceof Objective.Profit
                                    ? "makes no profit"
                                    : "earns less than one");
        }
        return frontier.points().get(0).price() < 1
                ? "none: already the first unit earns less than one"
                : "none: the next unit earns more than one up to the plateau";
    }

    private static String tooLittle(double budget, Words words) {
        return words.money(budget) + "; no plan that keeps every rule was found there or below";
    }

    FrontierJson json() {
        return FrontierJson.of(file, frontier, reached);
    }
}
