package dev.marginal.app.job.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A night, as Quartz sees it. */
@DisallowConcurrentExecution
final class NightJob implements Job {
    private final Runnable night;

    NightJob(Runnable night) {
        this.night = night;
    }

    @Override
    public void execute(JobExecutionContext context) {
        night.run();
    }
}
