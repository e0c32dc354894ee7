/**
 * The shape of a CSV file: its header, its rows, and the exact line of each.
 *
 * <p>DuckDB reads the cells; this package only walks over their borders. It does so for every file
 * before DuckDB sees it, because DuckDB 2.0 reads some damaged files without a word (a flipped bit
 * inside gzip, bytes that are not UTF-8 in a column that nobody selects), gives up without a line
 * on others (mixed line ends), and counts lines wrongly after a quoted newline. May call the nouns
 * of {@link dev.marginal.tables} only.
 */
package dev.marginal.tables.csv;
