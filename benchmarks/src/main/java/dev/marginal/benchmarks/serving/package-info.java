/**
 * The service as its clients see it: how long what-ifs take over HTTP, whether answers given in a
 * crowd are those given alone, and what memory does meanwhile. The service is a process of its own,
 * started by {@code ./marginal serve}.
 */
package dev.marginal.benchmarks.serving;
