/**
 * The REST service: what-ifs, frontiers, comparisons, explanations and plans over HTTP, and the web
 * page that asks for them. Each campaign is read and scored once and then answers from a desk of
 * its own, one question at a time.
 */
package dev.marginal.app.rest;
