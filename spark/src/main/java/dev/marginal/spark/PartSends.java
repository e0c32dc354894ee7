package dev.marginal.spark;

/**
 * What one part's customers get.
 *
 * @param number of the part, from 0 on
 * @param firstCustomer how many customers all parts before have
 * @param part whose customers they are
 * @param sets {@code [customer]}: bits of the offers that each of them gets
 */
public record PartSends<T>(int number, int firstCustomer, Part<T> part, long[] sets) {}
