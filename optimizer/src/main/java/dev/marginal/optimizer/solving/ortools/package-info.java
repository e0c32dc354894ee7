/**
 * OR-Tools, and the only place that imports it: GLOP for linear programs, CP-SAT for integers (one
 * worker, linearization level 2; exact, and on the programs here faster to a proof than SCIP).
 * HiGHS is never called: through OR-Tools it ignores limits, prints false bounds and has ended the
 * JVM.
 *
 * <p>Every native call runs in a thread of its own; when the deadline passes the caller goes on
 * without it. What decides in normal runs are limits that give the same answer every time (CP-SAT's
 * deterministic time). Callers recheck every answer in micro-units.
 */
package dev.marginal.optimizer.solving.ortools;
