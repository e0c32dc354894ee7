package dev.marginal.value.evaluation;

import dev.marginal.value.UnitOfTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of days cut into steps of equal length, one of which ends where the holdout begins.
 *
 * @param unit how long a step is
 * @param ends the last day of each, counted from the first day, which is 0
 */
record Steps(UnitOfTime unit, int[] ends) {
    private static final int MOST = 120;
    private static final int LEAST = 12;

    /**
     * Steps of the wanted length if there are 12 to 120 of them; else the shortest of day, week,
     * month and year that makes no more than 120, or a year.
     *
     * @param days how many days there are
     * @param cut the last day before the holdout, counted from 0
     */
    static Steps over(int days, int cut, UnitOfTime wanted) {
        double steps = wanted.of(days);
        return of(days, cut, steps >= LEAST && steps <= MOST ? wanted : shortest(days));
    }

    private static UnitOfTime shortest(int days) {
        List<UnitOfTime> known = UnitOfTime.KNOWN;
        return known.stream()
                .filter(unit -> unit.of(days) <= MOST)
                .findFirst()
                .orElse(known.get(known.size() - 1));
    }

    /** Both ways from the cut; where a unit has a part of a day, ends are the nearest days. */
    private static Steps of(int days, int cut, UnitOfTime unit) {
        int last = days - 1;
        int before = (int) Math.ceil(cut / unit.days());
        int after = (int) Math.ceil((last - cut) / unit.days());
        int[] ends =
                IntStream.rangeClosed(-before, after)
                        .map(step -> (int) Math.min(last, Math.round(cut + step * unit.days())))
                        .filter(end -> end >= 0)
                        .distinct()
                        .toArray();
        return new Steps(unit, ends);
    }

    /** The last day of all. */
    int last() {
        return ends[ends.length - 1];
    }

    /** How many steps end by a day. */
    int until(int day) {
        return (int) IntStream.of(ends).filter(end -> end <= day).count();
    }

    int[] lengths() {
        return IntStream.range(0, ends.length)
                .map(step -> ends[step] - (step == 0 ? -1 : ends[step - 1]))
                .toArray();
    }
}
