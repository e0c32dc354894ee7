package dev.marginal.value.likelihood;

import dev.marginal.value.Histories;
import java.util.Arrays;

/**
 * Equal histories once each, with how many customers share them. Arrays are row-aligned, owned by
 * the record and not to be changed.
 *
 * <p>A million customers in a year of days have some hundred thousand different histories, and
 * these some ten thousand different (frequency, age) and (frequency, recency).
 *
 * @param customers how many share a history
 * @param lasting the (frequency, age) of each history
 * @param last the (frequency, recency) of each history
 */
public record GroupedHistories(
        int[] frequency,
        int[] recencyDays,
        int[] ageDays,
        int[] customers,
        Pairs lasting,
        Pairs last) {
    private static final int DAY_BITS = 21;
    private static final int FREQUENCY_SHIFT = 2 * DAY_BITS;
    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    /** The different histories among these. */
    public static GroupedHistories of(Histories histories) {
        return of(histories, 1);
    }

    /** The different histories among the first, and every so-many-th after it. */
    public static GroupedHistories of(Histories histories, int every) {
        Numbering numbering = new Numbering();
        int[] counts = new int[histories.rows()];
        for (int row = 0; row < histories.rows(); row += every) {
            long key =
                    (long) histories.frequency()[row] << FREQUENCY_SHIFT
                            | (long) histories.recencyDays()[row] << DAY_BITS
                            | histories.ageDays()[row];
            counts[numbering.of(key)]++;
        }
        int[] frequency = new int[numbering.size()];
        int[] recency = new int[numbering.size()];
        int[] age = new int[numbering.size()];
        for (int i = 0; i < frequency.length; i++) {
            long key = numbering.key(i);
            frequency[i] = (int) (key >>> FREQUENCY_SHIFT);
            recency[i] = (int) (key >>> DAY_BITS) & DAY_MASK;
            age[i] = (int) key & DAY_MASK;
        }
        return new GroupedHistories(
                frequency,
                recency,
                age,
                Arrays.copyOf(counts, frequency.length),
                new Pairs(frequency, age),
                new Pairs(frequency, recency));
    }

    /** How many different histories. */
    public int rows() {
        return frequency.length;
    }
}
