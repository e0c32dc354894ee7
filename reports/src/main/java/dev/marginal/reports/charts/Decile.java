package dev.marginal.reports.charts;

/** Customers with similar scores: what was predicted of them, and what was measured. */
public record Decile(
        int number, int rows, double predicted, double measured, double low, double high) {}
