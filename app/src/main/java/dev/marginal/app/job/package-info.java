/**
 * The nightly job: a date's plans made once and whole, with inputs that are fresh, retries where
 * they can help, missed days made up for, and a status that people and monitors can read.
 */
package dev.marginal.app.job;
