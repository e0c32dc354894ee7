package dev.marginal.tables;

/**
 * One typed column of a {@link Table}; row {@code i} of every column of a table belongs together.
 */
public sealed interface Column
        permits NumberColumn, CategoryColumn, AmountColumn, MoneyColumn, InstantColumn, IdColumn {
    /** The column's header. */
    String name();

    /** How many rows the column holds. */
    int rows();
}
