package dev.marginal.app.answers;

import dev.marginal.scenarios.checking.CheckReport;
import dev.marginal.scenarios.checking.Finding;
import dev.marginal.scenarios.checking.Finding.Severity;
import dev.marginal.uplift.Power;
import java.util.List;
import java.util.Locale;

/**
 * A check for programs; docs/file-formats.md tells every key.
 *
 * @param stops how many findings leave no plan, or none that could be trusted
 * @param doubts how many deserve a look
 * @param findings the most important last
 * @param power one per treatment
 */
public record CheckJson(
        String campaign,
        String currency,
        long stops,
        long doubts,
        List<Found> findings,
        List<Seen> power) {
    /** One finding. */
    public record Found(String severity, String topic, String sentence, String advice) {
        static Found of(Finding finding) {
            return new Found(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.topic(),
                    finding.sentence(),
                    finding.advice().isEmpty() ? null : finding.advice());
        }
    }

    /** What effects of a treatment can be seen. */
    public record Seen(
            String treatment,
            int treatedRows,
            int controlRows,
            double controlMean,
            double observedEffect,
            double standardError,
            double smallestEffect) {
        static Seen of(Power power) {
            return new Seen(
                    power.treatment(),
                    power.treated(),
                    power.control(),
                    power.baseline(),
                    power.effect(),
                    power.error(),
                    power.smallest());
        }
    }

    /** The same report. */
    public static CheckJson of(CheckReport report) {
        return new CheckJson(
                report.campaign(),
                report.currency(),
                report.count(Severity.STOPS),
                report.count(Severity.DOUBT),
                report.findings().stream().map(Found::of).toList(),
                report.powers().stream().map(Seen::of).toList());
    }
}
