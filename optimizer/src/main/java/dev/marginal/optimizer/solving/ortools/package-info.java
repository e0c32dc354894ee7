/**
 * OR-Tools, and the only place that imports it: GLOP for linear programs, CP-SAT (one worker,
 * linearization level 2) and SCIP for integers.
 *
 * <p>CP-SAT comes first. On 44 generated campaigns of 300 to 2,000 customers × 2 to 10 offers × 3
 * to 10 limits, what prices had left open was proven by CP-SAT in 0.01 s (median; at most 3.6 s),
 * by SCIP in 0.1 s (at most 6.7 s), by CP-SAT with 8 workers in 0.03 s (at most 11.6 s). Of the
 * knapsacks MMKP I01 to I06 only I04 needs SCIP, which proves it where CP-SAT does not. HiGHS is
 * never called: through OR-Tools it ignores limits, prints false bounds and has ended the JVM.
 *
 * <p>Every native call runs in a thread of its own; when the deadline passes it is told to stop,
 * and the caller goes on without it if it does not. What decides in normal runs are limits that
 * give the same answer every time: CP-SAT's deterministic time, SCIP's nodes. Callers recheck every
 * answer in micro-units.
 */
package dev.marginal.optimizer.solving.ortools;
