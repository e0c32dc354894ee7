package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.answers.Json;
import dev.marginal.scenarios.whatif.Answer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Plans as jobs. */
record JobCalls(Campaigns campaigns, Jobs jobs, Replays replays, Semaphore listeners) {
    private static final long BEAT = 1_000;

    /** A plan of a campaign, under a scenario. */
    record PlanRequest(String campaign, JsonNode scenario) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                                "/v1/plans",
                                "Plans a campaign as a job; nothing is published.",
                                PlanRequest.class,
                                JobJson.class,
                                call -> replays.once(call, "/v1/plans", () -> plan(call)))
                        .answering(202, 404, 409, 422, 429, 503),
                Endpoint.get(
                                "/v1/jobs/{id}",
                                "How far a job has come.",
                                JobJson.class,
                                call -> Reply.json(jobs.named(call.path("id")).json()))
                        .answering(200, 404),
                Endpoint.get(
                                "/v1/jobs/{id}/events",
                                "The same, told whenever it changes, until the job is over.",
                                JobJson.class,
                                this::events)
                        .as("text/event-stream")
                        .answering(200, 404, 429),
                Endpoint.get(
                                "/v1/jobs/{id}/plan.csv",
                                "The sends of a plan.",
                                String.class,
                                this::csv)
                        .as("text/csv;charset=utf-8")
                        .answering(200, 404, 409),
                Endpoint.delete(
                                "/v1/jobs/{id}",
                                "Ends a job; the best plan so far is kept.",
                                JobJson.class,
                                this::cancel)
                        .answering(202, 404));
    }

    private Reply plan(Call call) {
        PlanRequest request = call.body(PlanRequest.class);
        CampaignDesk desk = campaigns.named(request.campaign());
        Asked scenario = Asked.of(request.scenario(), "scenario", desk.file());
        Job job =
                jobs.submit(
                        desk,
                        (planning, own) ->
                                planning.knowing(scenario.words())
                                        .answer(scenario.scenario(), own.cancellation()));
        return accepted(job);
    }

    /** Says where the job is. */
    static Reply accepted(Job job) {
        return Reply.json(
                202, Map.of("Location", "/v1/jobs/" + job.id(), "Retry-After", "1"), job.json());
    }

    private Reply cancel(Call call) {
        Job job = jobs.named(call.path("id"));
        job.cancel();
        return Reply.json(202, Map.of(), job.json());
    }

    private Reply events(Call call) {
        Job job = jobs.named(call.path("id"));
        if (!listeners.tryAcquire()) {
            throw Refusal.busy(429, "Too many listen already; ask GET /v1/jobs/{id}.", 2);
        }
        return new Reply(
                200,
                Map.of(),
                "text/event-stream",
                out -> {
                    try {
                        tell(job, out);
                    } finally {
                        listeners.release();
                    }
                });
    }

    private static void tell(Job job, OutputStream out) throws IOException {
        try {
            Job.State told = null;
            while (told == null || !told.isOver()) {
                Job.State now = job.state();
                String line =
                        now == told
                                ? ": still %s\n\n".formatted(now.word())
                                : "event: %s\ndata: %s\n\n"
                                        .formatted(now.word(), Json.tree(job.json()));
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
                told = now;
                job.await(now.isOver() ? 0 : BEAT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopping");
        }
    }

    private Reply csv(Call call) {
        Job job = jobs.named(call.path("id"));
        Answer answer =
                job.plan()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                409,
                                                "This job has no plan; it is %s."
                                                        .formatted(job.state().word())));
        return new Reply(
                200,
                Map.of("Content-Disposition", "attachment; filename=\"plan.csv\""),
                "text/csv;charset=utf-8",
                out -> new PlanCsv(answer, job.desk().ids()).writeTo(out));
    }
}
