package dev.marginal.scenarios;

import dev.marginal.tables.Source;

/**
 * Where it stands what an order now adds to each customer's later value, as {@code ./marginal value
 * score} writes it.
 *
 * @param source a table with a row for every customer of the audience
 * @param customer the column of their ids
 * @param column the value of an order, in the campaign's currency, zero or more
 */
public record FutureValue(Source source, String customer, String column) {}
