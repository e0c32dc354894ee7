package dev.marginal.app.rest;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs of late. Those that have been over for an hour are forgotten, and those that were over
 * first when there are many of them; their plans' sends are when all together take too much room.
 */
final class Jobs {
    private static final int KEPT = 40;
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final long mostPlanBytes;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    Jobs(Clock clock, long mostPlanBytes) {
        this.clock = clock;
        this.mostPlanBytes = mostPlanBytes;
    }

    /**
     * Has a desk plan something.
     *
     * @throws Refusal if too much waits already
     */
    Job plan(CampaignDesk desk, Asked scenario) {
        Task<KeptPlan> task = new Task<>();
        task.join();
        Job job = planned(desk, task);
        desk.plan(task, scenario, job::found);
        return keep(job);
    }

    /** A plan that is made already, or is being made. */
    Job keepFor(CampaignDesk desk, Task<KeptPlan> task) {
        return keep(planned(desk, task));
    }

    private Job planned(CampaignDesk desk, Task<KeptPlan> task) {
        Job job = new Job(id(), Job.Kind.PLAN, desk, clock, task);
        task.tell(this::tidy);
        return job;
    }

    /** A question that goes on as a job. */
    Job goesOn(CampaignDesk desk, Task<byte[]> task) {
        return keep(new Job(id(), Job.Kind.ANSWER, desk, clock, task));
    }

    /**
     * A job by its id.
     *
     * @throws Refusal if there is none, or none any more
     */
    synchronized Job named(String id) {
        tidy();
        Job job = jobs.get(id);
        if (job == null) {
            throw new Refusal(404, "There is no such job; jobs are kept for an hour.");
        }
        return job;
    }

    synchronized Collection<Job> all() {
        return List.copyOf(jobs.values());
    }

    private synchronized Job keep(Job job) {
        jobs.put(job.id(), job);
        tidy();
        return job;
    }

    private synchronized void tidy() {
        Instant oldest = clock.instant().minus(KEPT_FOR);
        List<Job> over = over();
        for (int place = 0; place < over.size(); place++) {
            Job job = over.get(place);
            if (place < over.size() - KEPT || job.ended().orElseThrow().isBefore(oldest)) {
                jobs.remove(job.id());
            }
        }
        forgetPlans();
    }

    /** Those that are over, in the order of their ends. */
    private List<Job> over() {
        return jobs.values().stream()
                .filter(job -> job.ended().isPresent())
                .sorted(Comparator.comparing(job -> job.ended().orElseThrow()))
                .toList();
    }

    private void forgetPlans() {
        List<Job> newestFirst = new ArrayList<>(over());
        Collections.reverse(newestFirst);
        long bytes = 0;
        for (Job job : newestFirst) {
            bytes += job.plan().map(KeptPlan::bytes).orElse(0L);
            if (bytes > mostPlanBytes) {
                job.forgetPlan();
            }
        }
    }

    /** What the sends of all plans take. */
    synchronized long planBytes() {
        return jobs.values().stream()
                .mapToLong(job -> job.plan().map(KeptPlan::bytes).orElse(0L))
                .sum();
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
