/**
 * What a holdout says of models of customer value, as a page for people: the answer first, then
 * each question with its charts.
 */
package dev.marginal.value.report;
