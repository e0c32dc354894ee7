package dev.marginal.app.job.quartz;

import dev.marginal.app.job.UnixCron;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Begins a night whenever its time has come, one at a time. A time that passed while the night
 * before still ran, or while the machine slept, is made up for once, as soon as can be.
 */
public final class NightWatch implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Scheduler scheduler;
    private final Trigger trigger;
    private final ZoneId zone;

    /** What is done when the time has come. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @param next when it will be done again
         */
        void night(ZonedDateTime next);
    }

    /**
     * Begins to watch.
     *
     * @param zone whose clock the schedule goes by
     * @throws IllegalStateException if there are no threads to be had
     */
    public NightWatch(UnixCron cron, ZoneId zone, Work work) {
        this.zone = zone;
        try {
            scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((fired, its) -> new NightJob(turn, work, zone));
            trigger = trigger(cron, zone);
            scheduler.scheduleJob(JobBuilder.newJob(NightJob.class).build(), trigger);
            scheduler.start();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be started.", broken);
        }
    }

    /** When the next night begins. */
    public ZonedDateTime next() {
        try {
            return scheduler
                    .getTrigger(trigger.getKey())
                    .getFireTimeAfter(new Date())
                    .toInstant()
                    .atZone(zone);
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule is not running.", broken);
        }
    }

    /**
     * Does one night now, on the caller's thread; the schedule's own waits for it.
     *
     * @param work that takes the place of the schedule's
     */
    public void now(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Begins no further night.
     *
     * @param grace how long the running one may take to end
     * @return whether none is running any more
     */
    public boolean drain(Duration grace) throws InterruptedException {
        try {
            scheduler.standby();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be stopped.", broken);
        }
        return turn.tryLock(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException broken) {
            throw new IllegalStateException("The schedule could not be stopped.", broken);
        }
    }

    private static Trigger trigger(UnixCron cron, ZoneId zone) {
        return TriggerBuilder.newTrigger()
                .withSchedule(
                        CronScheduleBuilder.cronSchedule(QuartzCron.of(cron))
                                .inTimeZone(TimeZone.getTimeZone(zone))
                                .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("org.quartz.scheduler.instanceName", "marginal-" + System.nanoTime());
        settings.put("org.quartz.threadPool.threadCount", "1");
        settings.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.put("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }
}
