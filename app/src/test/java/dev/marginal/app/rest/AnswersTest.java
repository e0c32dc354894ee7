package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.answers.Json;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that are given again, together, and only where they are new to the client. */
class AnswersTest extends ServiceTest {
    private static final String PATH = "/v1/anything";
    private static final RestSettings SETTINGS = Served.settings(8, 20_000);

    private final AnswerCache cache = new AnswerCache(1 << 20);
    private final Jobs jobs = new Jobs(Clock.systemUTC(), 1_000);
    private final Waiting waiting = new Waiting(SETTINGS, jobs, cache, new Rejections());

    @Test
    void the_same_question_gets_the_same_bytes_however_it_is_written() {
        String answer =
                client.post(
                                "/v1/what-if",
                                "{\"campaign\":\"small\",\"scenario\":{\"scenario\":\"a\",\"budget\":410,"
                                        + "\"holdout\":0.1}}")
                        .body();
        double hits = metric("marginal_cache_hits_total");

        assertThat(
                        client.post(
                                        "/v1/what-if",
                                        "{\"scenario\": {\"holdout\": 1e-1,\"budget\":410.0,"
                                                + "\"scenario\":\"\\u0061\"}, "
                                                + "\"campaign\":\"small\"}")
                                .body())
                .isEqualTo(answer);
        assertThat(metric("marginal_cache_hits_total")).isEqualTo(hits + 1);
    }

    @Test
    void an_answer_is_kept_before_it_is_given() {
        try (CampaignDesk desk = desk()) {
            for (int i = 0; i < 2_000; i++) {
                Map<String, Integer> question = Map.of("number", i);
                waiting.answer(call(null), desk, question, cancellation -> question);

                assertThat(cache.find(Question.of(PATH, question))).as("answer %d", i).isPresent();
            }
        }
    }

    @Test
    void what_was_ended_before_its_end_is_not_kept() {
        Map<String, Integer> question = Map.of("number", 1);
        try (CampaignDesk desk = desk()) {
            Reply late =
                    waiting.answer(
                            call("0"),
                            desk,
                            question,
                            cancellation -> {
                                while (!cancellation.isCancelled()) {
                                    Thread.onSpinWait();
                                }
                                return "half an answer";
                            });
            Job job = jobs.named(late.headers().get("Location").substring("/v1/jobs/".length()));
            job.cancel();
            while (!job.state().isOver()) {
                Thread.onSpinWait();
            }
            waiting.answer(call(null), desk, question, cancellation -> "all of it");
        }

        assertThat(cache.find(Question.of(PATH, question)))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(Json.bytes("all of it")));
    }

    private static CampaignDesk desk() {
        return new CampaignDesk(
                served.desk(), SETTINGS, new Rejections(), new Troubles(line -> {}));
    }

    /** A call that says nothing but how long it waits. */
    private static Call call(String deadline) {
        return (Call)
                Proxy.newProxyInstance(
                        Call.class.getClassLoader(),
                        new Class<?>[] {Call.class},
                        (self, method, arguments) ->
                                method.getName().equals("endpoint") ? PATH : deadline);
    }

    @Test
    void other_questions_are_other_questions() {
        String one =
                "{\"campaign\":\"small\",\"scenarios\":[{\"scenario\":\"a\"},{\"scenario\":\"b\"}]}";
        String other =
                "{\"campaign\":\"small\",\"scenarios\":[{\"scenario\":\"b\"},{\"scenario\":\"a\"}]}";

        assertThat(client.post("/v1/compare", one).body())
                .isNotEqualTo(client.post("/v1/compare", other).body());
        assertThat(Question.of("/v1/what-if", one)).isNotEqualTo(Question.of("/v1/plans", one));
    }

    @Test
    void those_who_ask_the_same_at_once_share_one_answer() {
        double misses = metric("marginal_solve_seconds_count{campaign=\"small\"}");
        String body = "{\"campaign\":\"small\",\"points\":17,\"scenario\":{\"holdout\":0.07}}";
        List<CompletableFuture<HttpResponse<String>>> all =
                IntStream.range(0, 12)
                        .mapToObj(
                                any ->
                                        CompletableFuture.supplyAsync(
                                                () -> client.post("/v1/frontier", body)))
                        .toList();

        assertThat(all.stream().map(one -> one.join().body()).distinct()).hasSize(1);
        assertThat(all).allMatch(one -> one.join().statusCode() == 200);
        assertThat(metric("marginal_solve_seconds_count{campaign=\"small\"}"))
                .isEqualTo(misses + 1);
    }

    @Test
    void a_job_that_is_given_up_leaves_those_who_share_its_question_alone() {
        String body = "{\"campaign\":\"small\",\"points\":40,\"scenario\":{\"holdout\":0.09}}";
        String job = late(body);
        CompletableFuture<HttpResponse<String>> other =
                CompletableFuture.supplyAsync(() -> client.post("/v1/frontier", body));
        client.delete(job);

        assertThat(other.join().statusCode()).isEqualTo(200);
        assertThat(Client.json(client.get(job)).get("state").asText()).isIn("cancelled", "done");
    }

    private static String late(String body) {
        HttpResponse<String> reply = client.post("/v1/frontier?deadline_ms=0", body);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void a_refusal_is_not_kept_as_an_answer() {
        String body =
                "{\"campaign\":\"small\",\"scenario\":{\"limits\":[{\"limit\":\"no\",\"at_most\":1}]}}";

        assertThat(client.post("/v1/what-if", body).statusCode()).isEqualTo(422);
        assertThat(client.post("/v1/what-if", body).statusCode()).isEqualTo(422);
    }

    @Test
    void the_oldest_answers_make_room() {
        AnswerCache cache = new AnswerCache(20_000);
        for (int i = 0; i < 100; i++) {
            cache.keep(new Question("q" + i), new byte[1_000]);
        }
        cache.keep(new Question("large"), new byte[10_000]);

        assertThat(cache.bytes()).isLessThanOrEqualTo(20_000);
        assertThat(cache.find(new Question("q99"))).isPresent();
        assertThat(cache.find(new Question("q0"))).isEmpty();
        assertThat(cache.find(new Question("large"))).isEmpty();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (String path : List.of("/v1/campaigns", "/v1/campaigns/small", "/openapi.json")) {
            String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again =
                    client.send(path, r -> r.header("If-None-Match", "\"other\", " + tag));

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(client.send(path, r -> r.header("If-None-Match", "\"other\"")).statusCode())
                    .isEqualTo(200);
        }
    }

    /** A figure of {@code /metrics}. */
    private static double metric(String name) {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }
}
