package dev.marginal.value.log;

import dev.marginal.value.Histories;

/**
 * What was known of customers on the eve of a day of their own: of purchases strictly before it,
 * and of none on it or after it.
 *
 * @param histories of those who had bought by then, one each time that they were asked for; the
 *     ages end with the eve
 * @param rowOf {@code [asked]}: the row of the histories, or {@link
 *     dev.marginal.tables.IdIndex#ABSENT}
 */
public record Eves(Histories histories, int[] rowOf) {}
