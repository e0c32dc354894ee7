/**
 * What a plan's report shows that {@code plan.json} and the model do not say: other budgets, prices
 * in sentences, and who gets what. {@code report.json} keeps it, so that the report can be written
 * anew from the plan's folder alone.
 */
package dev.marginal.scenarios.report;
