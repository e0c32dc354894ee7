package dev.marginal.app.job;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Plans a night: the dates that were missed, one by one in order, then the date that was asked for.
 *
 * <p>A date that fails does not keep the next one from its plan; a failed night ends as its own
 * date did, or else as the first missed date that failed. What is said of status files and webhooks
 * that fail never changes how a night ends.
 *
 * @param store where plans are looked up
 * @param work makes them
 * @param freshness asked of inputs
 * @param retries after failures that may pass
 * @param statuses where it is told how it goes
 * @param webhook who is called after a failure
 * @param clock tells which day it is
 * @param pause waits between tries
 * @param told takes sentences for whoever watches
 */
public record NightlyRun(
        PlanStore store,
        DayWork work,
        Freshness freshness,
        Retries retries,
        StatusFolder statuses,
        Optional<Webhook> webhook,
        Clock clock,
        Pause pause,
        Consumer<String> told) {

    /**
     * Plans a night.
     *
     * @param nextDue when the next run begins, if that is known
     * @return a report per date, in the order of their making
     * @throws RuntimeException if the store cannot even be asked which dates were missed
     * @throws InterruptedException when told to stop between dates or tries; whatever was published
     *     stays
     */
    public List<DayReport> run(Night night, Optional<ZonedDateTime> nextDue)
            throws InterruptedException {
        List<DayReport> reports = new ArrayList<>();
        for (Map.Entry<LocalDate, List<CampaignFile>> missed : missed(night).entrySet()) {
            told.accept("Missed %s: making up for it".formatted(missed.getKey()));
            reports.add(day(night, missed.getKey(), missed.getValue(), nextDue));
        }
        List<CampaignFile> running = running(night);
        if (!running.isEmpty()) {
            reports.add(day(night, night.date(), running, nextDue));
        }
        return reports;
    }

    /** How a night ended. */
    public static Ending ending(Night night, List<DayReport> reports) {
        return reports.stream()
                .filter(report -> report.date().equals(night.date()) && !report.isDone())
                .map(DayReport::ending)
                .findFirst()
                .or(
                        () ->
                                reports.stream()
                                        .map(DayReport::ending)
                                        .filter(ending -> ending != Ending.DONE)
                                        .findFirst())
                .orElse(Ending.DONE);
    }

    private SortedMap<LocalDate, List<CampaignFile>> missed(Night night)
            throws InterruptedException {
        return new Patience(this)
                .with(
                        () ->
                                new MissedDates(store, night.date())
                                        .of(night.campaigns(), night.catchUp()));
    }

    /** Whether any of the campaigns missed its plan of this date. */
    public static boolean missed(PlanStore store, List<CampaignFile> campaigns, LocalDate date) {
        return !new MissedDates(store, date.plusDays(1)).of(campaigns, 1).isEmpty();
    }

    private List<CampaignFile> running(Night night) {
        List<CampaignFile> running = new ArrayList<>();
        for (CampaignFile file : night.campaigns()) {
            if (MissedDates.runs(file, night.date())) {
                running.add(file);
            } else {
                told.accept(
                        "%s does not run on %s: nothing to plan"
                                .formatted(file.campaign(), night.date()));
            }
        }
        return running;
    }

    private DayReport day(
            Night night,
            LocalDate date,
            List<CampaignFile> campaigns,
            Optional<ZonedDateTime> nextDue)
            throws InterruptedException {
        pause.pause(Duration.ZERO);
        aside(() -> statuses.begins(campaigns, clock.instant()));
        DayReport report = attempt(night, date, campaigns);
        aside(() -> statuses.ended(report, nextDue));
        if (!report.isDone() && webhook.isPresent()) {
            webhook.get().call(Failure.of(report)).ifPresent(told);
        }
        return report;
    }

    private DayReport attempt(Night night, LocalDate date, List<CampaignFile> campaigns)
            throws InterruptedException {
        try {
            return new OneDate(this, night, date, campaigns).run();
        } catch (InterruptedException stopped) {
            aside(() -> statuses.stopped(campaigns));
            throw stopped;
        }
    }

    private void aside(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            told.accept("The status could not be written: " + failed.getMessage());
        }
    }
}
