/**
 * The report of a plan as one page of HTML that needs no network and no script. Everything on it
 * comes from files in the plan's folder, so that it can be written anew; what they do not hold is
 * said in words.
 */
package dev.marginal.scenarios.report.page;
