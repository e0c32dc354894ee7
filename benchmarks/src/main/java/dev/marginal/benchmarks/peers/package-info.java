/**
 * OR-Tools' own solvers on the very campaigns that Marginal plans, each in a process of its own
 * that is killed from outside when it overruns; and Marginal beside them. The only package here
 * that imports OR-Tools. HiGHS through OR-Tools Java ignores its limits, prints false bounds and
 * has ended the JVM, so no solver ever runs in the benchmark's own process.
 *
 * <p>Calls {@code families}, {@code scale}, {@code processes} and {@code reports}.
 */
package dev.marginal.benchmarks.peers;
