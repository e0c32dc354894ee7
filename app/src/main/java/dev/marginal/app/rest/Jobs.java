package dev.marginal.app.rest;

import dev.marginal.scenarios.whatif.PlanningDesk;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The jobs of late; those that are over are forgotten after an hour, or when there are many. */
final class Jobs {
    private static final int KEPT = 40;
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    Jobs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Has a desk work on something.
     *
     * @throws Refusal if too much waits already
     */
    <T> Job submit(CampaignDesk desk, BiFunction<PlanningDesk, Job, T> work) {
        Job job = begin(desk);
        desk.ask(planning -> job.run(() -> work.apply(planning, job)));
        keep(job);
        return job;
    }

    /** A job that nobody knows yet. */
    Job begin(CampaignDesk desk) {
        return new Job(id(), desk, clock.instant());
    }

    /**
     * A job by its id.
     *
     * @throws Refusal if there is none, or none any more
     */
    synchronized Job named(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new Refusal(404, "There is no such job; jobs are kept for an hour.");
        }
        return job;
    }

    synchronized Collection<Job> all() {
        return List.copyOf(jobs.values());
    }

    /** Lets clients ask for it. */
    synchronized void keep(Job job) {
        jobs.put(job.id(), job);
        jobs.values()
                .removeIf(
                        old ->
                                old.state().isOver()
                                        && (jobs.size() > KEPT
                                                || old.begun()
                                                        .plus(KEPT_FOR)
                                                        .isBefore(clock.instant())));
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
