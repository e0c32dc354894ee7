package dev.marginal.scenarios.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Works out when each message of a day would go out: at its channel's send time, or later where
 * quiet hours make it wait.
 *
 * <p>Clock changes follow java.time: a send time that the clock skips moves later by what it skips
 * (02:30 becomes 03:30 on the night that begins summer time), one that it shows twice is the first
 * of the two. Quiet hours hold whenever the clock shows them, so twice in such a night; a message
 * that they make wait goes out when the clock next shows their end, and if it then falls in other
 * quiet hours, those are asked.
 */
public final class TimetableMaker {
    private static final LocalTime USUALLY = LocalTime.NOON;

    private final ContactPolicy policy;
    private final LocalDate date;

    private TimetableMaker(ContactPolicy policy, LocalDate date) {
        this.policy = policy;
        this.date = date;
    }

    /**
     * The times of a day's messages.
     *
     * @param date on the clock that each channel's send time goes by
     * @param messages one per offer
     * @param zones of the customers
     */
    public static Timetable timetable(
            ContactPolicy policy, LocalDate date, List<Message> messages, CustomerZones zones) {
        TimetableMaker maker = new TimetableMaker(policy, date);
        int known = zones.zones().size();
        long[][] at = new long[known + 1][];
        for (int zone = 0; zone <= known; zone++) {
            ZoneId customers = zone < known ? zones.zones().get(zone) : null;
            at[zone] =
                    messages.stream()
                            .mapToLong(message -> maker.at(message.channel(), customers))
                            .toArray();
        }
        return new Timetable(messages, zones, at);
    }

    private long at(String channel, ZoneId customers) {
        ZonedDateTime due = due(channel, customers);
        Instant latest = due.toInstant().plus(policy.expiresAfter());
        Instant at = due.toInstant();
        Optional<QuietHours> quiet = quiet(channel, at, customers);
        while (quiet.isPresent()) {
            if (quiet.get().then() == QuietHours.Then.CANCEL) {
                return Timetable.QUIET;
            }
            at = end(quiet.get(), at, customers);
            if (at.isAfter(latest)) {
                return Timetable.EXPIRED;
            }
            quiet = quiet(channel, at, customers);
        }
        return at.getEpochSecond();
    }

    private ZonedDateTime due(String channel, ZoneId customers) {
        SendTime time =
                policy.sendTimes().stream()
                        .filter(one -> one.channel().equals(channel))
                        .findFirst()
                        .orElse(new SendTime(channel, USUALLY, policy.zone()));
        return date.atTime(time.at()).atZone(time.zone().of(customers));
    }

    /** The first quiet hours in which a moment lies. */
    private Optional<QuietHours> quiet(String channel, Instant at, ZoneId customers) {
        return policy.quietHours().stream()
                .filter(hours -> hours.speaksOf(channel))
                .filter(hours -> hours.hold(at.atZone(hours.zone().of(customers)).toLocalTime()))
                .findFirst();
    }

    /** When quiet hours that hold at a moment end next. */
    private static Instant end(QuietHours hours, Instant at, ZoneId customers) {
        ZonedDateTime now = at.atZone(hours.zone().of(customers));
        boolean tomorrow = !now.toLocalTime().isBefore(hours.until());
        LocalDate day = tomorrow ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return ZonedDateTime.ofLocal(day.atTime(hours.until()), now.getZone(), now.getOffset())
                .toInstant();
    }
}
