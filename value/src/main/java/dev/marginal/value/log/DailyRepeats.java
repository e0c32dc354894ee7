package dev.marginal.value.log;

import java.time.LocalDate;

/**
 * Who comes back on which day: of everyone who had bought by some day, added up over customers. The
 * array is owned by the record and not to be changed.
 *
 * @param first the day on which the first of them bought for the first time
 * @param purchases by days since then: customers with a purchase on that day that is not their
 *     first
 */
public record DailyRepeats(LocalDate first, int[] purchases) {}
