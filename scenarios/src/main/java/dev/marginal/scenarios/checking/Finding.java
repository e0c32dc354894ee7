package dev.marginal.scenarios.checking;

import dev.marginal.tables.Problem;

/**
 * One thing that a check found.
 *
 * @param severity how much it matters
 * @param topic what was looked at, such as {@code history}
 * @param sentence what was found
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(Severity severity, String topic, String sentence, String advice) {
    /** How much a finding matters. */
    public enum Severity {
        /** As it should be. */
        FINE,
        /** Worth a look: the plan runs, but may rest on sand. */
        DOUBT,
        /** No plan can be made, or none that could be trusted. */
        STOPS
    }

    static Finding fine(String topic, String sentence) {
        return new Finding(Severity.FINE, topic, sentence, "");
    }

    static Finding doubt(String topic, String sentence, String advice) {
        return new Finding(Severity.DOUBT, topic, sentence, advice);
    }

    static Finding stops(String topic, String sentence, String advice) {
        return new Finding(Severity.STOPS, topic, sentence, advice);
    }

    static Finding of(String topic, Problem problem) {
        return stops(topic, problem.toString(), "");
    }
}
