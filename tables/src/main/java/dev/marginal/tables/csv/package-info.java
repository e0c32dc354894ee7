/**
 * The shape of a CSV file: its header, its rows, and the exact line of each.
 *
 * <p>DuckDB reads the cells; this package only walks over their borders. It does so for every file
 * before DuckDB sees it, because DuckDB 2.0.0 takes some files wrongly without a word: it loses
 * rows of quoted cells when it reads in parallel, reads on through a flipped bit inside gzip,
 * passes over bytes that are not UTF-8 in columns nobody selects, and counts lines wrongly after a
 * quoted newline. May call the nouns of {@link dev.marginal.tables} only.
 */
package dev.marginal.tables.csv;
