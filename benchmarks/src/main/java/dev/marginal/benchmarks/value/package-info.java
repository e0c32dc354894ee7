/**
 * How long it takes to learn what customers will still buy from a log on disk, and to say it of ten
 * million; and how much memory. {@code peers} holds Python's libraries beside it. Calls {@code
 * processes} and {@code reports}, and the doors of {@code value} and {@code tables}.
 */
package dev.marginal.benchmarks.value;
