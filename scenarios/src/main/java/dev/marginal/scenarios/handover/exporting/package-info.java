/** Reads a plan, checks that it may be sent and to whom, and hands it over chunk by chunk. */
package dev.marginal.scenarios.handover.exporting;
