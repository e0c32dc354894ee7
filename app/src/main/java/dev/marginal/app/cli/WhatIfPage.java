package dev.marginal.app.cli;

import dev.marginal.app.answers.PriceWords;
import dev.marginal.app.answers.Words;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What scenarios change, beside the campaign as it is. */
final class WhatIfPage {
    private static final int MOST_MOVES = 8;
    private static final int MOST_LIMITS = 8;
    private static final String COLUMNS = "  %-34s %16s %14s %10s %8s";

    private final CampaignFile file;
    private final Answer everyday;
    private final List<Answer> answers;
    private final Words words;

    WhatIfPage(CampaignFile file, Answer everyday, List<Answer> answers) {
        this.file = file;
        this.everyday = everyday;
        this.answers = answers;
        this.words = new Words(file.currency());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%s: %,d customers"
                        .formatted(file.campaign(), everyday.plan().offers().customers()));
        lines.add("");
        String value = file.objective() instanceof Objective.Profit ? "profit" : "model's GMV";
        lines.add(COLUMNS.formatted("", value, "spend", "sends", "ROI"));
        lines.add(row("as it is", everyday));
        for (Answer answer : answers) {
            lines.add("");
            lines.addAll(answer(answer));
        }
        lines.add("");
        lines.add(
                "Nothing was published. Values are what the model claims; the forecast is measured");
        lines.add("on held-out customers of the experiment.");
        return String.join("\n", lines);
    }

    private List<String> answer(Answer answer) {
        Difference difference = answer.minus(everyday);
        List<String> lines = new ArrayList<>();
        lines.add(row(title(answer), answer));
        lines.add(
                COLUMNS.formatted(
                                "  the difference",
                                signed(difference.value()),
                                signed(difference.spend()),
                                "%+,d".formatted(difference.sends()),
                                perUnit(difference))
                        .stripTrailing());
        lines.add("    Earns        " + forecast(answer));
        lines.add("    as it is     " + forecast(everyday));
        lines.add("    Sends        " + offers(difference));
        lines.addAll(moves(difference));
        lines.addAll(binding(answer, difference));
        return lines;
    }

    private static String title(Answer answer) {
        String words = answer.scenario().words();
        return answer.scenario().name().equals("what if")
                ? words
                : answer.scenario().name() + ": " + words;
    }

    private String row(String name, Answer answer) {
        SendPlan sends = answer.plan().sends();
        String figures =
                COLUMNS.formatted(
                        "",
                        words.amount(sends.value()),
                        words.amount(sends.spend()),
                        "%,d".formatted(sends.sends()),
                        ratio(sends.value(), sends.spend()));
        return "  " + name + figures.substring(Math.min(figures.length(), 2 + name.length()));
    }

    private static String ratio(double value, double spend) {
        return spend > 0 ? String.format(Locale.ROOT, "%.2f", value / spend) : "-";
    }

    /** What one more unit of spend earned on the way. */
    private static String perUnit(Difference difference) {
        return Math.abs(difference.spend()) < 0.005
                ? ""
                : String.format(Locale.ROOT, "%.2f", difference.value() / difference.spend());
    }

    private String forecast(Answer answer) {
        return answer.forecast()
                .incrementalGmv()
                .map(
                        gmv ->
                                "%s incremental GMV, 95 %% interval %s to %s"
                                        .formatted(
                                                words.money(gmv.estimate()),
                                                words.amount(gmv.low()),
                                                words.amount(gmv.high())))
                .orElse("not measured: no held-out customer stands for these sends");
    }

    private static String offers(Difference difference) {
        String changed =
                difference.offers().stream()
                        .filter(offer -> offer.sends() != 0)
                        .map(offer -> "%s %+,d".formatted(offer.offer().id(), offer.sends()))
                        .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "the same of every offer" : changed;
    }

    private List<String> moves(Difference difference) {
        List<String> lines = new ArrayList<>();
        String title = "Who moves";
        for (Difference.Move move : difference.moves().stream().limit(MOST_MOVES).toList()) {
            lines.add(
                    "    %-12s %,9d customers  %-38s %14s  spend %s"
                            .formatted(
                                    title,
                                    move.customers(),
                                    set(move.from()) + " → " + set(move.to()),
                                    signed(move.value()),
                                    signed(move.spend())));
            title = "";
        }
        int more = difference.moves().size() - MOST_MOVES;
        if (more > 0) {
            lines.add("                 and %d more ways".formatted(more));
        }
        return lines;
    }

    private static String set(List<String> offers) {
        return offers.isEmpty() ? "nothing" : String.join(" + ", offers);
    }

    private List<String> binding(Answer answer, Difference difference) {
        PriceWords prices = new PriceWords(answer.plan(), words);
        List<String> lines = new ArrayList<>();
        String title = "What binds";
        List<LimitUse> binding =
                answer.plan().sends().limits().stream().filter(PriceWords::isTold).toList();
        for (LimitUse use : binding.stream().limit(MOST_LIMITS).toList()) {
            lines.add("    %-12s %s: %s".formatted(title, use.limit().name(), prices.price(use)));
            title = "";
        }
        String loose =
                difference.binding().stream()
                        .filter(price -> price.now() == 0 && price.before() != 0)
                        .map(Difference.PriceDifference::limit)
                        .collect(Collectors.joining(", "));
        if (!loose.isEmpty()) {
            lines.add("    %-12s %s".formatted("No longer", loose));
        }
        return lines;
    }

    private String signed(double amount) {
        String plain = words.amount(Math.abs(amount));
        return plain.matches("[0.]+") ? plain : (amount < 0 ? "−" : "+") + plain;
    }
}
