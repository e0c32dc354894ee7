/**
 * A simulated house whose nightly jobs and log imports are killed at any moment, and a check from
 * outside, by SQL over what they left, that nothing a plan promises is broken. Calls no class of
 * the rooms that plan and store; only the real command.
 */
package dev.marginal.benchmarks.killing;
