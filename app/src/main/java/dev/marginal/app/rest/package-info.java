/**
 * The REST service: what-ifs, frontiers, comparisons, explanations and plans over HTTP, and the web
 * page that asks for them. Each campaign is read and scored once and then answers from a desk of
 * its own: what is asked often is answered from a cache, what takes long goes on as a job, and what
 * is too much at once is told to come back.
 */
package dev.marginal.app.rest;
