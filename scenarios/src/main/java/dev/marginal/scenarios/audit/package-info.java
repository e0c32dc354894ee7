/**
 * Re-derives in SQL what a plan folder promises: costs and values from the scores, every rule from
 * the campaign file's own words, the spend, the value and the bound.
 *
 * <p>Nothing here calls the optimizer or the code that wrote the folder: the campaign file is read
 * anew as plain YAML, {@code plan.json} as plain JSON, and the sums are DuckDB's. A rule that this
 * package does not know makes the audit fail.
 *
 * <p>{@link dev.marginal.scenarios.audit.PlanAudit} is the door; {@code FileClaims}, {@code
 * SendClaims}, {@code LimitClaims} and {@code BoundClaims} check one topic each on the tables that
 * {@code AuditTables} makes. {@code RuleClaims} reads the rules, {@code Dimensions} whom they speak
 * of, {@code Risk} the budget's confidence.
 */
package dev.marginal.scenarios.audit;
