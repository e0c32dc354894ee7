/**
 * Where plans are kept: at most one published plan per campaign and date, whatever is killed
 * whenever.
 */
package dev.marginal.scenarios.store;
