package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Plans as jobs. */
final class JobCalls {
    private static final int MOST_LISTENERS = 32;
    private static final int MOST_DOWNLOADS = 16;
    private static final Parameter ESCAPE =
            Parameter.oneOf(
                    "csv_escape",
                    List.of("formulas", "none"),
                    "Whether text that a spreadsheet would take for a formula is marked as text.");

    private final Campaigns campaigns;
    private final Jobs jobs;
    private final Replays replays;
    private final Rejections rejections;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final Semaphore downloads = new Semaphore(MOST_DOWNLOADS);

    JobCalls(Campaigns campaigns, Jobs jobs, Replays replays, Rejections rejections) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.replays = replays;
        this.rejections = rejections;
    }

    /** A plan of a campaign, under a scenario. */
    record PlanRequest(@Needed String campaign, JsonNode scenario) {}

    /**
     * One event of a stream.
     *
     * @param id from which a client goes on that lost its connection
     * @param event the state of the job
     * @param data the job
     */
    record EventJson(String id, String event, String data) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/v1/plans",
                                "Plans a campaign as a job; nothing is published.",
                                PlanRequest.class,
                                JobJson.class,
                                call -> replays.once(call, () -> plan(call)))
                        .answering(202, 404, 409, 422, 429, 503)
                        .once(),
                Endpoint.get(
                                "/v1/jobs/{id}",
                                "How far a job has come, with the best plan so far.",
                                JobJson.class,
                                call -> Reply.json(job(call).told().json()))
                        .answering(200, 304, 404),
                Endpoint.get(
                                "/v1/jobs/{id}/events",
                                "The same, told whenever it changes, until the job is over.",
                                EventJson.class,
                                this::events)
                        .as("text/event-stream")
                        .answering(200, 204, 404, 429),
                Endpoint.get(
                                "/v1/jobs/{id}/plan.csv",
                                "The sends of a plan.",
                                String.class,
                                this::csv)
                        .as("text/csv;charset=utf-8")
                        .answering(200, 304, 404, 409, 410, 429)
                        .with(ESCAPE),
                Endpoint.delete(
                                "/v1/jobs/{id}",
                                "Ends a job; the best plan so far is kept, and the points of a frontier so far.",
                                JobJson.class,
                                this::cancel)
                        .answering(200, 202, 404));
    }

    private Job job(Call call) {
        return jobs.named(call.path("id"));
    }

    private Reply plan(Call call) {
        PlanRequest request = call.body(PlanRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        return accepted(jobs.plan(desk, scenario));
    }

    /** Says where the job is. */
    static Reply accepted(Job job) {
        return Reply.json(
                202,
                Map.of("Location", "/v1/jobs/" + job.id(), "Retry-After", "1"),
                job.told().json());
    }

    private Reply cancel(Call call) {
        Job job = job(call);
        job.cancel();
        Job.Told told = job.told();
        return Reply.json(told.state().isOver() ? 200 : 202, Map.of(), told.json());
    }

    private Reply events(Call call) {
        Job job = job(call);
        long seen = JobEvents.seen(call);
        Job.Told told = job.told();
        if (told.state().isOver() && seen >= told.changes()) {
            return Reply.empty(204, Map.of());
        }
        return guarded(
                listeners,
                "Too many listen already; ask GET /v1/jobs/{id}.",
                new Reply(
                        200,
                        Map.of("X-Accel-Buffering", "no"),
                        "text/event-stream",
                        out -> JobEvents.tell(job, seen, out)));
    }

    private Reply csv(Call call) {
        String escape = ESCAPE.word(call);
        Job job = job(call);
        KeptPlan plan = job.plan().orElseThrow(() -> noPlan(job));
        PlanCsv csv = new PlanCsv(plan, job.desk().ids(), escape.equals("formulas"));
        return guarded(
                downloads,
                "Too many plans are being downloaded.",
                new Reply(
                        200,
                        Map.of(
                                "Content-Disposition",
                                "attachment; filename=\"plan.csv\"",
                                "ETag",
                                "\"%s-%s\"".formatted(job.id(), escape)),
                        "text/csv;charset=utf-8",
                        csv::writeTo));
    }

    private static Refusal noPlan(Job job) {
        Job.Told told = job.told();
        return told.json().soFar().sends() == null
                ? new Refusal(409, "This job has no plan; it is %s.".formatted(told.state().word()))
                : new Refusal(410, "The sends of this plan are not kept any more; plan again.");
    }

    /** Writes only while few others do. */
    private Reply guarded(Semaphore places, String full, Reply reply) {
        return new Reply(
                reply.status(),
                reply.headers(),
                reply.type(),
                out -> {
                    if (!places.tryAcquire()) {
                        throw rejections.counted("listeners", full);
                    }
                    try {
                        reply.content().writeTo(out);
                    } finally {
                        places.release();
                    }
                });
    }
}
