package dev.marginal.app.machine;

/**
 * What one look at the machine found.
 *
 * @param subject what was looked at
 * @param fit whether it will do
 * @param found in words
 * @param advice what to do where it will not, a sentence; empty where it will
 */
public record Symptom(String subject, boolean fit, String found, String advice) {
    static Symptom fine(String subject, String found) {
        return new Symptom(subject, true, found, "");
    }

    static Symptom trouble(String subject, String found, String advice) {
        return new Symptom(subject, false, found, advice);
    }
}
