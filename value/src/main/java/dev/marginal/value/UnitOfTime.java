package dev.marginal.value;

import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Optional;

/**
 * What recency, age and horizons are counted in; a purchase's day stays a day in each.
 *
 * @param word in the singular
 * @param days how many days one of them has
 */
public record UnitOfTime(String word, double days) {
    public static final UnitOfTime DAY = new UnitOfTime("day", 1);
    public static final UnitOfTime WEEK = new UnitOfTime("week", 7);

    /** A twelfth of a year. */
    public static final UnitOfTime MONTH = new UnitOfTime("month", 365.25 / 12);

    public static final UnitOfTime YEAR = new UnitOfTime("year", 365.25);

    /** Those that have a name. */
    public static final List<UnitOfTime> KNOWN = List.of(DAY, WEEK, MONTH, YEAR);

    public UnitOfTime {
        Requires.text(word, "unit of time");
        Requires.positive(days, "days of a " + word);
    }

    /** The unit of this name, if there is one. */
    public static Optional<UnitOfTime> named(String word) {
        return KNOWN.stream().filter(unit -> unit.word().equals(word)).findFirst();
    }

    /** Days as so many of these. */
    public double of(double days) {
        return days / this.days;
    }
}
