package dev.marginal.scenarios.words;

import dev.marginal.scenarios.NotSent;

/** A reason of not_sent.csv in a few words, for tables and charts. */
public final class ReasonLabel {
    private ReasonLabel() {}

    /** The label; a reason of which nothing is known is told as it is. */
    public static String of(String reason) {
        return NotSent.of(reason).map(ReasonLabel::of).orElse(reason);
    }

    private static String of(NotSent why) {
        return switch (why.code()) {
            case HOLDOUT -> "held out: " + why.rule();
            case NO_ADDRESS -> "no address";
            case NO_CONSENT -> "no consent";
            case SUPPRESSED -> "on a suppression list";
            case DUPLICATE_ADDRESS -> "address shared with another";
            case QUIET_HOURS -> "quiet hours";
            case EXPIRED -> "too late after quiet hours";
            case CAP -> "contact cap " + why.rule();
            case EXPLORATION -> "something else was drawn";
            case NEGATIVE_VALUE -> "worth nothing";
            case BUDGET -> "not worth the budget's price";
            case BELOW_PRICE -> "not worth the price of " + why.rule();
            case KEPT_FOR_LATER -> "kept for a later day of " + why.rule();
            case BETTER_CHOSEN -> "better chosen: " + why.rule();
        };
    }
}
