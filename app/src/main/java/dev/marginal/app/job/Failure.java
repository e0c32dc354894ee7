package dev.marginal.app.job;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A run that failed, as far as strangers may know: nothing of what inputs say.
 *
 * @param campaigns their names; of a campaign file that cannot be read the file's
 */
public record Failure(
        List<String> campaigns, LocalDate date, Ending ending, int tries, Instant ended) {
    public Failure {
        campaigns = List.copyOf(campaigns);
    }

    static Failure of(DayReport report) {
        return new Failure(
                report.campaigns().stream().map(CampaignFile::campaign).toList(),
                report.date(),
                report.ending(),
                report.tries(),
                report.ended());
    }

    /** One sentence. */
    String text() {
        return "Marginal: no new plan for %s on %s: %s (exit code %d)."
                .formatted(String.join(", ", campaigns), date, words(), ending.exitCode());
    }

    private String words() {
        return switch (ending) {
            case DONE -> "done";
            case FAILED -> "the machine, the disk or the store is in the way";
            case USAGE -> "the command line is off";
            case BAD_INPUT -> "an input cannot be used";
            case NO_PLAN -> "no plan keeps every rule";
            case STALE_INPUT -> "an input is too old, or not wholly there";
            case ALREADY_PUBLISHED -> "another plan stands there, or is being made";
            case AUDIT_FAILED -> "the audit failed";
        };
    }
}
