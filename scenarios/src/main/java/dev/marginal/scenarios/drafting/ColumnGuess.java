package dev.marginal.scenarios.drafting;

/**
 * What a column of the history is taken for.
 *
 * @param column its header
 * @param role what it is taken for
 * @param why in words
 * @param doubt what speaks against it; empty for nothing
 */
public record ColumnGuess(String column, Role role, String why, String doubt) {}
