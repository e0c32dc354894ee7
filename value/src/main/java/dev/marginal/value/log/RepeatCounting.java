package dev.marginal.value.log;

import java.time.LocalDate;
import java.util.Arrays;

/** Counts repeat purchases by day, customer after customer, of those who bought by the cut. */
final class RepeatCounting {
    private final long start;
    private final long cut;
    private final int[] purchases;
    private long first;
    private boolean hasBegun;
    private boolean isCounted;

    /** Nothing yet; no day lies before {@code start} or after {@code end}. */
    RepeatCounting(long start, long cut, long end) {
        this.start = start;
        this.cut = cut;
        this.first = cut;
        this.purchases = new int[(int) (end - start) + 1];
    }

    /** From here on, another customer's days are added. */
    void nextCustomer() {
        hasBegun = false;
    }

    /** Adds a day of purchase, in the order of the customer's days. */
    void add(long day) {
        if (hasBegun) {
            purchases[(int) (day - start)] += isCounted ? 1 : 0;
            return;
        }
        hasBegun = true;
        isCounted = day <= cut;
        first = Math.min(first, day);
    }

    DailyRepeats repeats() {
        return new DailyRepeats(
                LocalDate.ofEpochDay(first),
                Arrays.copyOfRange(purchases, (int) (first - start), purchases.length));
    }
}
