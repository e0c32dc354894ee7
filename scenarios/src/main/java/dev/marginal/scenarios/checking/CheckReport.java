package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.checking.Finding.Severity;
import dev.marginal.uplift.Power;
import java.util.Comparator;
import java.util.List;

/**
 * What a check found.
 *
 * @param campaign the campaign's name; the file's where it could not be read
 * @param currency of the amounts; empty where the file could not be read
 * @param findings the most important last; of equally important ones in the order of the pipeline
 * @param powers what effects can be seen, one per treatment; none where the history could not be
 *     read
 */
public record CheckReport(
        String campaign, String currency, List<Finding> findings, List<Power> powers) {
    public CheckReport {
        findings = findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
        powers = List.copyOf(powers);
    }

    /** How many findings matter so much. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Whether no plan can be made, or none that could be trusted. */
    public boolean stops() {
        return count(Severity.STOPS) > 0;
    }
}
