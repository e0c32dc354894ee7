package dev.marginal.app.cli;

import dev.marginal.app.answers.StepJson;
import dev.marginal.app.answers.Told;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Difference;
import dev.marginal.scenarios.whatif.MoveReasons;
import dev.marginal.scenarios.whatif.Unmoved;
import dev.marginal.scenarios.words.PriceWords;
import dev.marginal.scenarios.words.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** What one scenario changes. */
final class ScenarioLines {
    private static final int MOST_MOVES = 8;
    private static final int MOST_LIMITS = 8;
    private static final int MOST_VIOLATIONS = 20;
    private static final double MICROS = OfferBook.MICROS;
    private static final String LINE = "    %-13s %s";

    private final Answer baseline;
    private final Told told;
    private final Answer answer;
    private final Difference difference;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    ScenarioLines(Answer baseline, Told told, Words words) {
        this.baseline = baseline;
        this.told = told;
        this.answer = told.answer();
        this.difference = answer.minus(baseline);
        this.words = words;
    }

    List<String> all() {
        violations();
        steps();
        ownValue();
        coFunding();
        sends();
        moves();
        binding();
        return lines;
    }

    private void add(String title, List<String> sentences) {
        String name = title;
        for (String sentence : sentences) {
            lines.add(LINE.formatted(name, sentence).stripTrailing());
            name = "";
        }
    }

    private void violations() {
        if (answer.brief().given().isEmpty()) {
            return;
        }
        List<String> broken = answer.violations();
        List<String> told = new ArrayList<>(broken.stream().limit(MOST_VIOLATIONS).toList());
        if (broken.size() > MOST_VIOLATIONS) {
            told.add("and %,d more".formatted(broken.size() - MOST_VIOLATIONS));
        }
        add("Breaks", told.isEmpty() ? List.of("no rule") : told);
    }

    private void steps() {
        add(
                "Step by step",
                StepJson.of(told.steps(), baseline).stream()
                        .map(
                                step ->
                                        step.value() == null
                                                ? "%-46s no plan keeps every rule yet"
                                                        .formatted(step.change())
                                                : "%-46s %14s  → %s"
                                                        .formatted(
                                                                step.change(),
                                                                words.signed(step.adds()),
                                                                words.amount(step.value())))
                        .toList());
    }

    /** What others pay beside the spend, where they pay any. */
    private void coFunding() {
        answer.plan()
                .coFundingMicros()
                .ifPresent(
                        now -> {
                            long before = baseline.plan().coFundingMicros().orElse(0);
                            add(
                                    "Co-funding",
                                    List.of(
                                            "%s, which others pay; as it is %s"
                                                    .formatted(
                                                            words.money(now / MICROS),
                                                            words.amount(before / MICROS))));
                        });
    }

    /** What the sends are worth by the values and costs of the campaign as it is. */
    private void ownValue() {
        if (!answer.valuesAs(baseline)) {
            double own = answer.valuedBy(baseline);
            String less = words.signed(own - baseline.plan().sends().value());
            add(
                    "Usual values",
                    List.of("the same sends are worth %s (%s)".formatted(words.money(own), less)));
        }
    }

    private void sends() {
        String changed =
                difference.offers().stream()
                        .filter(offer -> offer.sends() != 0)
                        .map(offer -> offer.offer().id() + " " + Words.signed(offer.sends()))
                        .collect(Collectors.joining(", "));
        add("Sends", List.of(changed.isEmpty() ? "as many of every offer" : changed));
    }

    private void moves() {
        List<String> moves = new ArrayList<>();
        List<Difference.Move> largest = difference.moves().stream().limit(MOST_MOVES).toList();
        Iterator<String> reasons = MoveReasons.of(answer, baseline, largest).iterator();
        for (Difference.Move move : largest) {
            moves.add(
                    "%,9d %-9s  %-38s %14s  spend %s"
                            .formatted(
                                    move.customers(),
                                    move.customers() == 1 ? "customer" : "customers",
                                    set(move.from()) + " → " + set(move.to()),
                                    words.signed(move.value()),
                                    words.signed(move.spend())));
            moves.add("                      " + reasons.next());
        }
        if (difference.moves().size() > MOST_MOVES) {
            moves.add("and %,d more ways".formatted(difference.moves().size() - MOST_MOVES));
        }
        add("Who moves", moves);
        add("Nobody moves", Unmoved.why(answer, baseline));
    }

    private static String set(List<String> offers) {
        return offers.isEmpty() ? "nothing" : String.join(" + ", offers);
    }

    private void binding() {
        if (answer.brief().given().isPresent()) {
            return;
        }
        PriceWords prices = new PriceWords(answer.plan(), words);
        List<LimitUse> binding =
                answer.plan().sends().limits().stream().filter(PriceWords::isTold).toList();
        add(
                "What binds",
                binding.stream()
                        .limit(MOST_LIMITS)
                        .map(use -> use.limit().name() + ": " + prices.price(use))
                        .toList());
        String loose =
                difference.binding().stream()
                        .filter(price -> price.now() == 0 && price.before() != 0)
                        .map(Difference.PriceDifference::limit)
                        .collect(Collectors.joining(", "));
        add("No longer", loose.isEmpty() ? List.of() : List.of(loose));
    }
}
