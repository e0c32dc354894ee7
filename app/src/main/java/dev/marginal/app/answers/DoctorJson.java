package dev.marginal.app.answers;

import dev.marginal.app.machine.Symptom;
import java.util.List;
import java.util.Locale;

/**
 * Whether a machine is fit, for programs; docs/file-formats.md tells every key.
 *
 * @param fit whether all is
 * @param checks one after the other
 */
public record DoctorJson(boolean fit, List<Check> checks) {
    /** One look. */
    public record Check(String subject, boolean fit, String verdict, String found, String advice) {}

    /** The same symptoms. */
    public static DoctorJson of(List<Symptom> symptoms) {
        return new DoctorJson(
                symptoms.stream().allMatch(Symptom::fit),
                symptoms.stream()
                        .map(
                                one ->
                                        new Check(
                                                one.subject(),
                                                one.fit(),
                                                one.verdict().name().toLowerCase(Locale.ROOT),
                                                one.found(),
                                                one.advice().isEmpty() ? null : one.advice()))
                        .toList());
    }
}
