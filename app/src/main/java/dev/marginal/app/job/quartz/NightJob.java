package dev.marginal.app.job.quartz;

import java.time.ZoneId;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A night, as Quartz sees it. */
@DisallowConcurrentExecution
final class NightJob implements Job {
    private final ReentrantLock turn;
    private final NightWatch.Work work;
    private final ZoneId zone;

    NightJob(ReentrantLock turn, NightWatch.Work work, ZoneId zone) {
        this.turn = turn;
        this.work = work;
        this.zone = zone;
    }

    @Override
    public void execute(JobExecutionContext context) {
        turn.lock();
        try {
            work.night(context.getNextFireTime().toInstant().atZone(zone));
        } finally {
            turn.unlock();
        }
    }
}
