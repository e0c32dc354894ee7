/**
 * Who is measured: every learner of {@code uplift}, and plain rules that every learner has to beat.
 * Calls {@code uplift} only.
 */
package dev.marginal.benchmarks.contenders;
