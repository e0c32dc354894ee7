package dev.marginal.scenarios.report.charts;

/** Where a chart stands. */
enum Look {
    /** In a page, whose colours it takes. */
    PAGE,
    /** In a file of its own, dark on light. */
    FILE
}
