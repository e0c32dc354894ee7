package dev.marginal.reports;

/** A word of a report and what it means, for those who have never read one. */
public record Term(String name, String meaning) {}
