package dev.marginal.app.machine;

/**
 * What one look at the machine found.
 *
 * @param subject what was looked at
 * @param verdict whether it will do
 * @param found in words
 * @param advice what to do where something is to be done, a sentence; empty where nothing is
 */
public record Symptom(String subject, Verdict verdict, String found, String advice) {
    /** Whether a machine will do. */
    public enum Verdict {
        /** It will. */
        OK,
        /** Plans do not need it; something else looks or works otherwise without it. */
        REMARK,
        /** It will not, until something is done. */
        TROUBLE
    }

    /** Whether plans can be made. */
    public boolean fit() {
        return verdict != Verdict.TROUBLE;
    }

    static Symptom fine(String subject, String found) {
        return new Symptom(subject, Verdict.OK, found, "");
    }

    static Symptom remark(String subject, String found, String advice) {
        return new Symptom(subject, Verdict.REMARK, found, advice);
    }

    static Symptom trouble(String subject, String found, String advice) {
        return new Symptom(subject, Verdict.TROUBLE, found, advice);
    }
}
