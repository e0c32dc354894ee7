package dev.marginal.app.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code .status/<campaign>.json} says. Times are RFC 3339 in the campaign's zone; what is not
 * known is left out.
 *
 * @param status version of this document
 * @param runningSince there while a run is under way; where its process is gone it was killed
 * @param lastRun how the last run ended
 * @param plan the newest plan that this job published or found unchanged
 * @param lastSuccess when a run last ended well
 * @param nextDue when the next run begins, as far as this job knows
 * @param inputAgeSeconds as the last run found them
 * @param failures how often runs failed, by ending, since the file began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
        int status,
        String campaign,
        String runningSince,
        Run lastRun,
        Plan plan,
        String lastSuccess,
        String nextDue,
        SortedMap<String, Long> inputAgeSeconds,
        SortedMap<String, Long> failures) {
    static final int VERSION = 1;

    /**
     * One run for one date.
     *
     * @param kind live or backfill
     * @param ending such as {@code bad_input}
     * @param message what a failed run said; it may quote inputs
     * @param tries how often it tried
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            String date,
            String kind,
            String ending,
            int exitCode,
            String message,
            int tries,
            String began,
            String ended,
            double seconds,
            List<String> warnings) {}

    /** A plan in figures; its warnings are about what it promises. */
    record Plan(
            String folder,
            String date,
            boolean unchanged,
            String currency,
            double value,
            double spend,
            double gap,
            long sends,
            SortedMap<String, Long> notSent,
            List<String> warnings) {}

    /** Before the first run. */
    static Status none(String campaign) {
        return new Status(VERSION, campaign, null, null, null, null, null, null, new TreeMap<>());
    }

    /** The same, with a run under way since then, or with none where that is null. */
    Status running(String since) {
        return new Status(
                VERSION,
                campaign,
                since,
                lastRun,
                plan,
                lastSuccess,
                nextDue,
                inputAgeSeconds,
                failures);
    }
}
