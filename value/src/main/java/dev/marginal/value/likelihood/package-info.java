/**
 * Maximum likelihood over millions of customers: equal histories are counted once, sums come out
 * the same for any number of threads, and the peak is climbed in the logarithms of the parameters.
 */
package dev.marginal.value.likelihood;
