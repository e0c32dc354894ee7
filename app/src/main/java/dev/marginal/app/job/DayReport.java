package dev.marginal.app.job;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one date.
 *
 * @param kinds of the plans, by the campaigns' names
 * @param campaigns that were to be planned
 * @param ending how it ended
 * @param message what was said of a failure; empty for none
 * @param done one per campaign; empty after a failure
 * @param tries how often it was tried
 * @param found of each campaign's inputs, as far as the run came
 */
public record DayReport(
        LocalDate date,
        Map<String, PlanKind> kinds,
        List<CampaignFile> campaigns,
        Ending ending,
        String message,
        List<DayWork.Done> done,
        int tries,
        Instant began,
        Instant ended,
        List<Freshness.Found> found) {
    public DayReport {
        kinds = Map.copyOf(kinds);
        campaigns = List.copyOf(campaigns);
        done = List.copyOf(done);
        found = List.copyOf(found);
    }

    /** How long it took. */
    public Duration took() {
        return Duration.between(began, ended);
    }

    /** Whether plans stand. */
    public boolean isDone() {
        return ending == Ending.DONE;
    }

    /** Of which kind the plan of one of the campaigns is. */
    public PlanKind kind(int campaign) {
        return kinds.get(campaigns.get(campaign).campaign());
    }

    /** Whether a plan of the date is to be sent. */
    public boolean isLive() {
        return kinds.containsValue(PlanKind.LIVE);
    }

    /** What was warned of, for one of the campaigns. */
    public List<String> warnings(int campaign) {
        return campaign < found.size() ? found.get(campaign).warnings() : List.of();
    }

    /** How old the inputs of one of the campaigns were; empty where the run did not come so far. */
    public SortedMap<String, Duration> ages(int campaign) {
        return campaign < found.size() ? found.get(campaign).ages() : new TreeMap<>();
    }
}
