package dev.marginal.scenarios;

/**
 * What a channel sends to the customers with one value of a column.
 *
 * @param channel of the offers
 * @param column of the audience, or a condition on it
 * @param name of the value
 * @param sends how many
 * @param valueMicros sum of the sends' values
 * @param spendMicros sum of the sends' expected costs
 */
public record SegmentTotal(
        String channel,
        String column,
        String name,
        long sends,
        long valueMicros,
        long spendMicros) {
    /** A column with more values is not told: nobody reads so many. */
    public static final int MOST_VALUES = 60;
}
