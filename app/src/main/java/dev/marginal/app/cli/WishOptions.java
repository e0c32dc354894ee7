package dev.marginal.app.cli;

import dev.marginal.scenarios.drafting.Wish;
import dev.marginal.scenarios.drafting.Wishes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a user says of a draft instead of having it guessed. */
final class WishOptions {
    private final Map<Wish, String> known = new EnumMap<>(Wish.class);

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns to leave out, such as those measured after the treatment.")
    private List<String> ignore = List.of();

    @Option(
            names = "--category",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns to read as words though they look like numbers.")
    private List<String> categories = List.of();

    Wishes wishes() {
        return new Wishes(known, ignore, categories);
    }

    @Option(
            names = "--treatment",
            paramLabel = "COLUMN",
            description = "Which column says what each row got.")
    private void treatment(String column) {
        known.put(Wish.TREATMENT, column);
    }

    @Option(
            names = "--control",
            paramLabel = "WORD",
            description = "Which of its words stands at the rows that got nothing.")
    private void control(String word) {
        known.put(Wish.CONTROL, word);
    }

    @Option(
            names = "--outcome",
            paramLabel = "COLUMN",
            description = "What each row bought afterwards, in money (or 0 and 1).")
    private void outcome(String column) {
        known.put(Wish.OUTCOME, column);
    }

    @Option(names = "--id", paramLabel = "COLUMN", description = "The customers' ids.")
    private void id(String column) {
        known.put(Wish.CUSTOMER, column);
    }

    @Option(
            names = "--cost",
            paramLabel = "COLUMN",
            description = "What each row's treatment has cost in the end.")
    private void cost(String column) {
        known.put(Wish.COST, column);
    }

    @Option(names = "--time", paramLabel = "COLUMN", description = "The day of the treatment.")
    private void time(String column) {
        known.put(Wish.TIME, column);
    }

    @Option(
            names = "--propensity",
            paramLabel = "COLUMN",
            description = "The logged probability of the arm that each row got.")
    private void propensity(String column) {
        known.put(Wish.PROPENSITY, column);
    }

    @Option(names = "--weight", paramLabel = "COLUMN", description = "How much each row counts.")
    private void weight(String column) {
        known.put(Wish.WEIGHT, column);
    }

    @Option(names = "--campaign", paramLabel = "NAME", description = "Default: the folder's name.")
    private void campaign(String name) {
        known.put(Wish.CAMPAIGN, name);
    }

    @Option(names = "--currency", paramLabel = "CODE", description = "Such as EUR. Default: USD.")
    private void currency(String code) {
        known.put(Wish.CURRENCY, code);
    }

    @Option(
            names = "--cost-per-send",
            paramLabel = "MONEY",
            description = "What one send costs. Default: 0.10, marked as a guess.")
    private void costPerSend(String money) {
        known.put(Wish.COST_PER_SEND, money);
    }

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            description =
                    "The most to spend, or unlimited. Default: enough for three in ten customers.")
    private void budget(String money) {
        known.put(Wish.BUDGET, money);
    }
}
