package dev.marginal.scenarios.drafting;

/**
 * One guess.
 *
 * @param value what is guessed
 * @param why it is
 * @param doubt what speaks against it; empty for nothing
 */
public record Pick(String value, String why, String doubt) {
    /** A guess that nothing speaks against. */
    static Pick sure(String value, String why) {
        return new Pick(value, why, "");
    }

    /** What the user said. */
    static Pick asked(String value) {
        return sure(value, "as you said");
    }
}
