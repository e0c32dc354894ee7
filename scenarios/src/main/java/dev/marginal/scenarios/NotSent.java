package dev.marginal.scenarios;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a customer is not sent an offer. The first that holds is told.
 *
 * @param code what kind of reason
 * @param rule the cap, rule or limit that is in the way, in the user's words; empty for none
 */
public record NotSent(Code code, String rule) {
    /** The kinds of reasons, in the order in which they are asked. */
    public enum Code {
        /** In the holdout {@code rule}. */
        HOLDOUT,
        /** Not an address to send to. */
        NO_ADDRESS,
        /** Has not agreed to the channel. */
        NO_CONSENT,
        /** On a suppression list. */
        SUPPRESSED,
        /** Another customer with the same address is sent to, or is held out. */
        DUPLICATE_ADDRESS,
        /** Quiet hours cancel it. */
        QUIET_HOURS,
        /** It would go out too late. */
        EXPIRED,
        /** Contact cap {@code rule} is used up by what was sent before. */
        CAP,
        /** Explores: something else, or nothing, was drawn. */
        EXPLORATION,
        /** The contact is kept for what campaign {@code rule} may send on a later day. */
        KEPT_FOR_LATER,
        /** Sending it costs more than it brings, or brings nothing. */
        NEGATIVE_VALUE,
        /** Worth something, but not the price of the budget. */
        BUDGET,
        /** Worth something, but not the price of the limit {@code rule}. */
        BELOW_PRICE,
        /** Something better was chosen, and rule or cap {@code rule} leaves no room for both. */
        BETTER_CHOSEN;

        /** Whether the send is forbidden, whatever it is worth. */
        public boolean isGate() {
            return compareTo(NEGATIVE_VALUE) < 0;
        }

        /** As it is spelt in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reason that is spelt so in files; empty for words of which nothing is known. */
    public static Optional<NotSent> of(String word) {
        int colon = word.indexOf(':');
        String code = colon < 0 ? word : word.substring(0, colon);
        String rule = colon < 0 ? "" : word.substring(colon + 1);
        return Stream.of(Code.values())
                .filter(known -> known.word().equals(code))
                .map(known -> new NotSent(known, rule))
                .findFirst();
    }

    /** As it is spelt in files: {@code cap:weekly}, {@code budget}. */
    public String word() {
        return rule.isEmpty() ? code.word() : code.word() + ":" + rule;
    }
}
