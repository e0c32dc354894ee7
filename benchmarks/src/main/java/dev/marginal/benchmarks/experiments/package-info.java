/**
 * What learners are worth on public randomised experiments, on customers held out, beside plain
 * rules. The data is read where it lies and never copied; without it a run is skipped. Calls {@code
 * contenders}, {@code statistics}, {@code processes} and {@code reports}, and the doors of {@code
 * uplift}.
 */
package dev.marginal.benchmarks.experiments;
