package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.store.PlanKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The day that a campaign was planned for, and what was known on it.
 *
 * @param date of the plan
 * @param kind whether the plan is to be sent
 * @param gates which offers were not open to whom, and why; by the campaign's offers and audience
 * @param rules all that the plan keeps, what is left of caps included
 * @param timetable when each offer's message goes out
 * @param expiresAfter how long after that it may still go out
 * @param heldOut who is held out
 * @param exploring who explores, and how likely everyone's arm was; empty where nobody could
 * @param ratios whether the lotteries came out as their shares say
 * @param reserved what published plans, and campaigns planned together with this one, had reserved
 *     when it was planned, by the audience; only as far as caps ask for it
 * @param log the files of the log that was looked at
 * @param budget how today's budget came about; empty where the file's is today's
 * @param inputs what the plan was made from, by name: hashes and settings
 * @param plannedWith the other campaigns of the day that were planned together with this one
 * @param ahead what was known of later days; empty where only today was looked at
 */
public record Day(
        LocalDate date,
        PlanKind kind,
        Gates gates,
        Rules rules,
        Timetable timetable,
        Duration expiresAfter,
        HeldOut heldOut,
        Optional<Exploring> exploring,
        List<SampleRatio> ratios,
        PastSends reserved,
        List<SendLog.LogFile> log,
        Optional<TodaysBudget> budget,
        SortedMap<String, String> inputs,
        List<String> plannedWith,
        Optional<LookedAhead> ahead) {
    public Day {
        ratios = List.copyOf(ratios);
        log = List.copyOf(log);
        plannedWith = List.copyOf(plannedWith);
    }

    /**
     * Who explores.
     *
     * @param salt of the draw
     * @param planned {@code [explorer]}: bits of what the plan's prices would have sent each of
     *     {@link Draws#explorers}
     */
    public record Exploring(String salt, Draws draws, long[] planned) {}

    /** A day that knows of no other: everything is open and goes out at noon. */
    public static Day alone(CampaignFile file, int customers, LocalDate date) {
        return new Day(
                date,
                PlanKind.LIVE,
                Gates.open(file.offers().size(), customers),
                file.rules(),
                noon(file, customers, date),
                ContactPolicy.USUAL_EXPIRY,
                new HeldOut(List.of(), new byte[customers]),
                Optional.empty(),
                List.of(),
                PastSends.none(customers),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty());
    }

    /** The same under other rules. */
    public Day with(Rules others) {
        return new Day(
                date,
                kind,
                gates,
                others,
                timetable,
                expiresAfter,
                heldOut,
                exploring,
                ratios,
                reserved,
                log,
                budget,
                inputs,
                plannedWith,
                ahead);
    }

    private static Timetable noon(CampaignFile file, int customers, LocalDate date) {
        ZoneId zone = file.timeZone();
        long[] at = new long[file.offers().size()];
        Arrays.fill(at, date.atTime(LocalTime.NOON).atZone(zone).toEpochSecond());
        short[] code = new short[customers];
        return new Timetable(
                file.offers().stream().map(CampaignOffer::message).toList(),
                new CustomerZones(List.of(zone), code),
                new long[][] {at, at});
    }
}
