/**
 * Python's libraries of customers' value beside Marginal: the same log, the same cut, the same
 * judge, and their own likelihoods and expectations held against ours.
 */
package dev.marginal.benchmarks.value.peers;
