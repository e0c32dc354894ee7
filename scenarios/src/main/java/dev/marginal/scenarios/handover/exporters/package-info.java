/** One file per target, and their list. */
package dev.marginal.scenarios.handover.exporters;
