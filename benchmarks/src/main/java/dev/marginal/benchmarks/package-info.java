/**
 * What benchmarks are made of: a family of generated campaigns, and the campaigns.
 *
 * <p>Workers stand one level down. Plans: {@code families} generates, {@code checking} recomputes
 * what a plan keeps, {@code scale}, {@code peers} and {@code kernel} measure. Effects: {@code
 * contenders} are learners and plain rules, {@code learning}, {@code experiments} and {@code
 * forecasting} measure, {@code statistics} says what repeats say together. Value: {@code value}
 * measures fits to logs of purchases. {@code processes} runs each measurement in a JVM of its own,
 * {@code reports} writes the dated tables, {@code cli} is the door. This module calls every other
 * one but {@code app}, and is the only one beside the optimizer and {@code uplift} that may import
 * OR-Tools and XGBoost4J: in {@code peers}, to measure them.
 */
package dev.marginal.benchmarks;
