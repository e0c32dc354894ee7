/** Runs nights by a schedule, unattended. The only place that knows Quartz. */
package dev.marginal.app.job.quartz;
