/**
 * Python's uplift libraries and Marginal on the same files, each contender in a process of its own
 * that reads a folder of plain arrays and writes predictions, times and memory; all are judged here
 * by one code. What is complete is kept, so that a run that was broken off goes on. The Python
 * files lie in {@code benchmarks/peers}.
 *
 * <p>Calls {@code experiments}, {@code learning}, {@code contenders}, {@code statistics}, {@code
 * processes} and {@code reports}, and the doors of {@code uplift}.
 */
package dev.marginal.benchmarks.python;
