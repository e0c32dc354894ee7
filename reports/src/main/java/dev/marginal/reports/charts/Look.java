package dev.marginal.reports.charts;

/** Where a chart stands. */
enum Look {
    /** In a page, whose colours it takes. */
    PAGE,
    /** In a file of its own, dark on light. */
    FILE
}
