package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days over which a campaign runs and its budget lasts, both included.
 *
 * @param from first day
 * @param until last day
 */
public record Flight(LocalDate from, LocalDate until) {
    public Flight {
        Requires.require(!until.isBefore(from), "last day", until, from + " or later");
    }

    /** Whether the campaign runs on a day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** How many days are left, {@code day} included. */
    public int daysLeft(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, until) + 1;
    }
}
