package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.optimizer.Offer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans as jobs: how far they are, what is kept of them, and for how long. */
class JobsTest extends ServiceTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final KeptPlan.Figures FIGURES = new KeptPlan.Figures(9, 1, 2, 10, 0.1);

    private static CampaignDesk desk;

    @BeforeAll
    static void desk() {
        desk =
                new CampaignDesk(
                        served.desk(),
                        Served.settings(8, 20_000),
                        new Rejections(),
                        new Troubles(line -> {}));
    }

    @AfterAll
    static void leave() {
        desk.close();
    }

    @Test
    void events_are_numbered_and_are_not_told_again_to_those_who_saw_the_last() {
        String job = planned();
        String events = client.get(job + "/events").body();
        String last = events.lines().filter(line -> line.startsWith("id: ")).findFirst().orElse("");

        assertThat(events).contains("event: done", "\"gap\"");
        HttpResponse<String> again =
                client.send(job + "/events", r -> r.header("Last-Event-ID", last.substring(4)));
        assertThat(again.statusCode()).isEqualTo(204);
    }

    @Test
    void the_best_plan_so_far_is_told_while_the_search_goes_on() throws Exception {
        Task<KeptPlan> task = new Task<>();
        task.join();
        Job job = new Job("j", Job.Kind.PLAN, desk, AT_NOON, task);
        CountDownLatch found = new CountDownLatch(1);
        CompletableFuture<Void> search =
                CompletableFuture.runAsync(
                        () ->
                                task.run(
                                        cancellation -> {
                                            job.found(8, 10);
                                            found.countDown();
                                            while (!cancellation.isCancelled()) {
                                                Thread.onSpinWait();
                                            }
                                            return plan("a", 2);
                                        }));
        found.await();

        assertThat(job.told().json().state()).isEqualTo("running");
        assertThat(job.told().json().soFar().value()).isEqualTo(8);
        assertThat(job.told().json().soFar().gap()).isEqualTo(0.2);
        job.cancel();
        search.get();
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(job.plan()).isPresent();
        assertThat(job.told().json().soFar().value()).isEqualTo(9);
    }

    @Test
    void a_frontier_that_is_ended_keeps_its_points() {
        String body = "{\"campaign\":\"small\",\"points\":200,\"scenario\":{\"holdout\":0.03}}";
        HttpResponse<String> late = client.post("/v1/frontier?deadline_ms=0", body);
        String job = late.headers().firstValue("Location").orElseThrow();
        while (client.get(job).body().contains("\"queued\"")) {
            Thread.onSpinWait();
        }
        client.delete(job);
        client.get(job + "/events");

        JsonNode told = Client.json(client.get(job));
        assertThat(told.get("state").asText()).isEqualTo("cancelled");
        assertThat(told.at("/result/cancelled").asBoolean()).isTrue();
        assertThat(told.at("/result/plateau").asDouble()).isPositive();
        assertThat(told.at("/result/points").size()).isLessThan(200);
    }

    @Test
    void a_job_that_is_ended_before_it_began_is_never_worked_on() {
        Task<KeptPlan> task = new Task<>();
        task.join();
        Job job = new Job("j", Job.Kind.PLAN, desk, AT_NOON, task);
        job.cancel();
        task.run(
                cancellation -> {
                    throw new AssertionError("worked on");
                });

        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(job.told().json().planCsv()).isNull();
    }

    @Test
    void a_job_that_fails_tells_the_problem_that_the_call_would_have_told() {
        String body =
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":1,\"rules\":[{\"rule\":"
                        + "\"minimum_reach\",\"where\":\"region = 'north'\",\"min_sends\":700}]}}";
        JsonNode job = Client.json(client.get(planned(body)));

        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(job.at("/problem/code").asInt()).isEqualTo(4);
        assertThat(job.at("/problem/errors").size()).isGreaterThan(1);
        assertThat(job.at("/problem/errors/0/expectation").asText()).matches(".*\\d.*");
    }

    @Test
    void jobs_are_forgotten_after_an_hour() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Jobs jobs = new Jobs(clock(now), 1_000);
        Job job = jobs.goesOn(desk, done(new byte[] {'1'}));

        now.set(NOON.plus(Duration.ofMinutes(59)));
        assertThat(jobs.named(job.id())).isSameAs(job);
        now.set(NOON.plus(Duration.ofMinutes(61)));
        assertThatThrownBy(() -> jobs.named(job.id())).hasMessageContaining("no such job");
    }

    @Test
    void a_plan_that_took_hours_is_kept_for_an_hour_after_its_end() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Jobs jobs = new Jobs(clock(now), 1_000);
        Task<KeptPlan> task = wanted();
        Job job = jobs.keepFor(desk, task);

        now.set(NOON.plus(Duration.ofHours(3)));
        task.run(cancellation -> plan("a", 3));
        assertThat(jobs.named(job.id()).plan()).isPresent();
        now.set(NOON.plus(Duration.ofMinutes(3 * 60 + 61)));
        assertThatThrownBy(() -> jobs.named(job.id())).hasMessageContaining("no such job");
    }

    @Test
    void a_plan_that_is_just_done_is_kept_whatever_began_and_ended_meanwhile() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Jobs jobs = new Jobs(clock(now), 1_400);
        Task<KeptPlan> task = wanted();
        Job job = jobs.keepFor(desk, task);
        for (int i = 0; i < 60; i++) {
            jobs.keepFor(desk, done(plan("b", 50)));
        }
        now.set(NOON.plusSeconds(1));
        task.run(cancellation -> plan("a", 50));

        assertThat(jobs.named(job.id()).plan()).isPresent();
        assertThat(jobs.all()).hasSize(40);
    }

    @Test
    void jobs_that_wait_do_not_push_out_those_that_are_over() {
        Jobs jobs = new Jobs(Clock.systemUTC(), 1_000_000);
        Job over = jobs.keepFor(desk, done(plan("a", 3)));
        for (int i = 0; i < 60; i++) {
            jobs.keepFor(desk, wanted());
        }
        assertThat(jobs.named(over.id()).plan()).isPresent();
        for (int i = 0; i < 40; i++) {
            jobs.keepFor(desk, done(plan("a", 3)));
        }

        assertThatThrownBy(() -> jobs.named(over.id())).hasMessageContaining("no such job");
        assertThat(jobs.all()).hasSize(100);
    }

    private static Clock clock(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void figures_outlive_sends_when_plans_take_too_much_room() {
        Task<KeptPlan> large = done(plan("a", 100));
        Task<KeptPlan> small = done(plan("b", 10));
        Jobs jobs = new Jobs(Clock.systemUTC(), 1_400);
        Job first = jobs.keepFor(desk, large);
        Job second = jobs.keepFor(desk, small);

        assertThat(first.plan()).isEmpty();
        assertThat(second.plan()).isPresent();
        assertThat(first.told().json().soFar().value()).isEqualTo(9);
        assertThat(jobs.planBytes()).isEqualTo(130);
    }

    @Test
    void text_that_looks_like_a_formula_is_marked_unless_a_program_reads_it() throws IOException {
        for (String name : List.of("=1+1", "+49", "-x", "@x", "\tx")) {
            assertThat(csv(plan(name, 1), true)).contains(",'" + name + ",");
            assertThat(csv(plan(name, 1), false)).contains("," + name + ",");
        }
        assertThat(csv(plan("a,\"b\"\n", 1), true)).contains(",\"a,\"\"b\"\"\n\",");
        assertThat(csv(plan("a", 1), true)).endsWith(",push,-1.500000,0.250000\r\n");
    }

    @Test
    void a_plan_is_downloaded_as_a_stream_with_a_tag() {
        String job = planned();
        HttpResponse<String> csv = client.get(job + "/plan.csv");
        String tag = csv.headers().firstValue("ETag").orElseThrow();

        assertThat(csv.headers().firstValue("Transfer-Encoding")).contains("chunked");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"plan.csv\"");
        assertThat(csv.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(client.get(job + "/plan.csv?csv_escape=none").headers().firstValue("ETag"))
                .isNotEqualTo(csv.headers().firstValue("ETag"));
        assertThat(client.get(job + "/plan.csv?csv_escape=all").statusCode()).isEqualTo(400);
        assertThat(client.send(job + "/plan.csv", r -> r.header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    private static String csv(KeptPlan plan, boolean asText) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PlanCsv(plan, desk.ids(), asText).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static KeptPlan plan(String offer, int sends) {
        float[] value = new float[sends];
        float[] cost = new float[sends];
        Arrays.fill(value, -1.5f);
        Arrays.fill(cost, 0.25f);
        return new KeptPlan(
                FIGURES,
                List.of(new Offer(offer, "push")),
                IntStream.range(0, sends).toArray(),
                new byte[sends],
                value,
                cost);
    }

    private static <T> Task<T> wanted() {
        Task<T> task = new Task<>();
        task.join();
        return task;
    }

    private static <T> Task<T> done(T answer) {
        Task<T> task = wanted();
        task.run(cancellation -> answer);
        return task;
    }

    private static String planned() {
        return planned("{\"campaign\":\"small\"}");
    }

    private static String planned(String body) {
        HttpResponse<String> reply = client.post("/v1/plans", body);
        String job = reply.headers().firstValue("Location").orElseThrow();
        client.get(job + "/events");
        return job;
    }
}
