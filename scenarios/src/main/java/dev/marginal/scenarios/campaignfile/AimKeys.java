package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.Objective;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scenario adds up: {@code objective} and {@code margin}.
 *
 * @param old the campaign's
 */
record AimKeys(Section section, Objective old) {
    private static final String WORDS_OF_FUTURE =
            "needs a campaign file that says what an order is worth later";

    /** The other objective; empty where none is named, or what is named cannot be had. */
    Optional<Objective> aim() {
        if (!section.has("objective") && !section.has("margin")) {
            return Optional.empty();
        }
        String word =
                section.has("objective")
                        ? section.word("objective", GoalKeys.OBJECTIVES, "objective: gmv")
                        : old.word();
        OptionalDouble margin = section.number("margin", 0, 1, "must be a share between 0 and 1");
        return switch (word) {
            case "profit" -> profit(margin);
            case "value" -> value();
            default -> gmv();
        };
    }

    private Optional<Objective> profit(OptionalDouble margin) {
        boolean known = old instanceof Objective.Profit;
        if (!section.has("margin") && !known) {
            section.missing(
                    "margin", "margin: 0.3, the share of GMV that objective: profit counts");
        }
        double usual = old instanceof Objective.Profit profit ? profit.margin() : 1;
        return Optional.of(new Objective.Profit(margin.orElse(usual)));
    }

    private Optional<Objective> value() {
        refuseMargin("value");
        if (old instanceof Objective.Value) {
            return Optional.of(old);
        }
        section.wrong(
                "objective",
                "value",
                WORDS_OF_FUTURE,
                "Set objective: value and future_value there, or lifecycle; what-if --objective gmv then tells what that changes.");
        return Optional.empty();
    }

    private Optional<Objective> gmv() {
        refuseMargin("gmv");
        return Optional.of(new Objective.Gmv());
    }

    private void refuseMargin(String word) {
        if (section.has("margin")) {
            section.wrong(
                    "margin",
                    section.scalarText("margin"),
                    "has no effect on objective: " + word,
                    "Maybe say objective: profit as well.");
        }
    }
}
