package dev.marginal.app.cli;

import dev.marginal.scenarios.NotSent;
import java.util.function.Function;

/**
 * A reason of not_sent.csv in sentences; one of which nothing is known is told as it is.
 *
 * @param reason as in not_sent.csv
 * @param channel of the offer that is not sent
 */
record ReasonWords(String reason, String channel) {
    private static final String SEVERAL =
            "more than one cap or rule forbids it, or one by more than two";

    /** Why the offer is not sent. */
    String told() {
        return known(this::told, reason);
    }

    private String told(NotSent why) {
        String rule = why.rule();
        return switch (why.code()) {
            case HOLDOUT ->
                    "held out (%s), so that the effect of sending can be measured".formatted(rule);
            case NO_ADDRESS -> "there is no address to send %s to".formatted(channel);
            case NO_CONSENT -> "the customer has not agreed to %s".formatted(channel);
            case SUPPRESSED -> "on a suppression list for %s".formatted(channel);
            case DUPLICATE_ADDRESS ->
                    "another customer with the same address is sent to, or is held out";
            case QUIET_HOURS -> "quiet hours forbid it";
            case EXPIRED -> "after quiet hours it would go out too late";
            case CAP ->
                    "contact cap %s is used up by what was sent before or is reserved"
                            .formatted(rule);
            case EXPLORATION -> "the customer explores, and something else, or nothing, was drawn";
            case KEPT_FOR_LATER ->
                    "the contact is kept for what %s may send on a later day".formatted(rule);
            case NEGATIVE_VALUE -> "it is worth nothing, or less";
            case BUDGET -> "others bring more for the budget";
            case BELOW_PRICE -> "others bring more for the limit '%s'".formatted(rule);
            case BETTER_CHOSEN ->
                    "something better was chosen, and '%s' leaves no room for both".formatted(rule);
        };
    }

    /** What would be so if the reason did not hold. */
    String undone() {
        return known(this::undone, reason + " did not hold");
    }

    private String undone(NotSent why) {
        return switch (why.code()) {
            case NO_ADDRESS -> "there were an address to send %s to".formatted(channel);
            case NO_CONSENT -> "the customer agreed to %s".formatted(channel);
            case SUPPRESSED -> "the customer were on no suppression list for " + channel;
            case DUPLICATE_ADDRESS -> "nobody else had the same address";
            case QUIET_HOURS, EXPIRED ->
                    "quiet hours let it out in time; caps and prices would then be asked";
            case HOLDOUT, CAP, EXPLORATION, KEPT_FOR_LATER -> reason + " did not hold";
            case NEGATIVE_VALUE, BUDGET, BELOW_PRICE, BETTER_CHOSEN -> reason + " did not hold";
        };
    }

    /** Why nothing would have changed it. */
    String never() {
        return known(ReasonWords::never, SEVERAL);
    }

    private static String never(NotSent why) {
        return switch (why.code()) {
            case HOLDOUT -> "held out";
            case EXPLORATION -> "what explorers get is drawn";
            case KEPT_FOR_LATER -> "the contact waits for a message of a later day";
            case NO_ADDRESS, NO_CONSENT, SUPPRESSED, DUPLICATE_ADDRESS -> SEVERAL;
            case QUIET_HOURS, EXPIRED, CAP -> SEVERAL;
            case NEGATIVE_VALUE, BUDGET, BELOW_PRICE, BETTER_CHOSEN -> SEVERAL;
        };
    }

    private String known(Function<NotSent, String> words, String otherwise) {
        return NotSent.of(reason).map(words).orElse(otherwise);
    }
}
