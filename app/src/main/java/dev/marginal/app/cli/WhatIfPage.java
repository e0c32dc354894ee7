package dev.marginal.app.cli;

import dev.marginal.app.answers.Told;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Difference;
import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scenarios side by side with the campaign as it is, and then what each of them changes. */
final class WhatIfPage {
    private static final int NAME = 34;
    private static final double LEFT_OVER = 0.001;
    private static final String COLUMNS = "  %-34s %16s %14s %10s %8s   %s";

    private static final String PARTS = "  %-34s %16s %14s";

    private final CampaignFile file;
    private final Optional<LocalDate> day;
    private final Told everyday;
    private final List<Told> scenarios;
    private final Words words;

    WhatIfPage(CampaignFile file, Optional<LocalDate> day, Told everyday, List<Told> scenarios) {
        this.file = file;
        this.day = day;
        this.everyday = everyday;
        this.scenarios = scenarios;
        this.words = new Words(file.currency());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%s%s: %,d customers"
                        .formatted(
                                file.campaign(),
                                day.map(date -> " on " + date).orElse(""),
                                everyday.answer().plan().offers().customers()));
        lines.add("");
        lines.addAll(table());
        everyday.answer().parts().ifPresent(any -> lines.addAll(parts()));
        lines.addAll(SensitivityLines.of(everyday, words));
        for (Told scenario : scenarios) {
            lines.add("");
            lines.add("  " + title(scenario.answer()));
            lines.addAll(new ScenarioLines(everyday.answer(), scenario, words).all());
            lines.addAll(SensitivityLines.of(scenario, words));
        }
        lines.add("");
        lines.add(
                "Nothing was published. Values are what the model claims; measured is what held-out customers");
        lines.add(
                "of the experiment say. A difference is the scenario less the campaign as it is.");
        return String.join("\n", lines);
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        String value = file.objective().isUplift() ? "model's GMV" : file.objective().told();
        lines.add(
                COLUMNS.formatted(
                        "", value, "spend", "sends", "ROI", "measured GMV, 95 % interval"));
        row("as it is", everyday.answer(), lines);
        for (Told scenario : scenarios) {
            row(title(scenario.answer()), scenario.answer(), lines);
            difference(scenario.answer().minus(everyday.answer()), lines);
        }
        return lines;
    }

    /** Plans by different objectives can be compared in both parts. */
    private List<String> parts() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(PARTS.formatted("", "window's GMV", "future value"));
        lines.add(parts("as it is", everyday.answer()));
        for (Told scenario : scenarios) {
            lines.add(parts(scenario.answer().scenario().name(), scenario.answer()));
        }
        lines.add("  The future value takes it " + ValueParts.ASSUMES + ".");
        return lines;
    }

    private String parts(String name, Answer answer) {
        ValueParts parts = answer.parts().orElseThrow();
        return PARTS.formatted(name, words.amount(parts.gmv()), words.amount(parts.future()));
    }

    private void row(String name, Answer answer, List<String> lines) {
        boolean fits = name.length() <= NAME;
        if (!fits) {
            lines.add("  " + name);
        }
        SendPlan sends = answer.plan().sends();
        lines.add(
                COLUMNS.formatted(
                        fits ? name : "",
                        words.amount(sends.value()),
                        words.amount(sends.spend()),
                        "%,d".formatted(sends.sends()),
                        sends.spend() > 0 ? ratio(sends.value() / sends.spend()) : "-",
                        measured(answer)));
    }

    /** Its ROI is what one more unit of spend earned on the way. */
    private void difference(Difference difference, List<String> lines) {
        lines.add(
                COLUMNS.formatted(
                                "    the difference",
                                words.signed(difference.value()),
                                words.signed(difference.spend()),
                                Words.signed(difference.sends()),
                                Math.abs(difference.spend()) < leastSpend()
                                        ? ""
                                        : ratio(difference.value() / difference.spend()),
                                difference.measured().map(this::signed).orElse(""))
                        .stripTrailing());
    }

    private String signed(Interval gmv) {
        return "%s (%s to %s)"
                .formatted(
                        words.signed(gmv.estimate()),
                        words.signed(gmv.low()),
                        words.signed(gmv.high()));
    }

    /** A difference of spend that is no more than what is left over. */
    private double leastSpend() {
        return LEFT_OVER * Math.max(1, everyday.answer().plan().sends().spend());
    }

    private static String title(Answer answer) {
        String words = answer.scenario().words();
        return answer.scenario().name().equals(WhatIfCommand.NAME)
                ? words
                : answer.scenario().name() + ": " + words;
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private String measured(Answer answer) {
        return answer.forecast()
                .incrementalGmv()
                .map(
                        gmv ->
                                "%s (%s to %s)"
                                        .formatted(
                                                words.amount(gmv.estimate()),
                                                words.amount(gmv.low()),
                                                words.amount(gmv.high())))
                .orElse("not measured");
    }
}
