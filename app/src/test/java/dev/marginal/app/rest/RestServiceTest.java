package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.app.answers.Json;
import dev.marginal.app.answers.PlanJson;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Scenario;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as its clients see it. */
class RestServiceTest extends ServiceTest {
    private static final String MORE =
            "{\"campaign\":\"small\",\"scenario\":{\"budget\":\"+20%\"}}";

    @Test
    void campaigns_tell_offers_limits_and_segments() {
        JsonNode campaign = Client.json(client.get("/v1/campaigns")).at("/campaigns/0");

        assertThat(campaign.at("/campaign").asText()).isEqualTo("small");
        assertThat(campaign.at("/customers").asInt()).isEqualTo(800);
        assertThat(campaign.at("/limits/0/limit").asText()).isEqualTo("budget");
        assertThat(campaign.at("/offers").size()).isPositive();
        assertThat(Client.json(client.get("/v1/campaigns/small"))).isEqualTo(campaign);
    }

    @Test
    void demo_data_can_be_posted_back() {
        HttpResponse<String> answer =
                client.post("/v1/what-if", client.get("/v1/demo-data").body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.json(answer).at("/scenarios/0/scenario").asText())
                .isEqualTo("more budget");
    }

    @Test
    void a_what_if_is_what_the_desk_answers() {
        JsonNode answer = Client.json(client.post("/v1/what-if", MORE));
        Answer everyday = served.desk().answer(Scenario.EVERYDAY);

        assertThat(answer.get("as_it_is").toString())
                .isEqualTo(Json.tree(PlanJson.of(everyday)).toString());
        assertThat(answer.at("/scenarios/0/difference/value").asDouble())
                .isEqualTo(
                        answer.at("/scenarios/0/value").asDouble()
                                - answer.at("/as_it_is/value").asDouble(),
                        within(1e-6));
    }

    @Test
    void channels_add_up_to_the_plan() {
        JsonNode plan = Client.json(client.post("/v1/what-if", MORE)).at("/scenarios/0");
        double value = 0;
        for (JsonNode channel : plan.get("channels")) {
            value += channel.get("value").asDouble();
        }

        assertThat(value).isEqualTo(plan.get("value").asDouble(), within(1e-4));
    }

    @Test
    void a_scenario_without_changes_differs_in_nothing() {
        JsonNode answer = Client.json(client.post("/v1/what-if", "{\"campaign\":\"small\"}"));

        assertThat(answer.at("/scenarios/0/difference/value").asDouble()).isZero();
        assertThat(answer.at("/scenarios/0/difference/moves")).isEmpty();
    }

    @Test
    void sensitivity_and_steps_are_told_to_those_who_ask() {
        String asked = "{\"campaign\":\"small\",\"scenario\":{\"budget\":300,\"holdout\":0.05}%s}";
        JsonNode plain = Client.json(client.post("/v1/what-if", asked.formatted("")));
        JsonNode more =
                Client.json(
                        client.post(
                                "/v1/what-if",
                                asked.formatted(",\"sensitivity\":true,\"waterfall\":true")));

        assertThat(plain.at("/scenarios/0/sensitivity")).isEmpty();
        assertThat(plain.at("/scenarios/0/waterfall")).isEmpty();
        assertThat(more.at("/scenarios/0/sensitivity")).isNotEmpty();
        assertThat(more.at("/scenarios/0/waterfall")).hasSize(2);
        assertThat(more.at("/scenarios/0/value")).isEqualTo(plain.at("/scenarios/0/value"));
    }

    @Test
    void the_steps_from_another_scenario_take_that_back_first_and_add_up() {
        JsonNode answer =
                Client.json(
                        client.post(
                                "/v1/what-if",
                                "{\"campaign\":\"small\",\"scenario\":{\"budget\":\"+20%\",\"without\":[\"push\"]},"
                                        + "\"compare_to\":{\"budget\":\"+50%\"},\"waterfall\":true}"));
        JsonNode steps = answer.at("/scenarios/0/waterfall");
        double adds = 0;
        for (JsonNode step : steps) {
            adds += step.get("adds").asDouble();
        }

        assertThat(steps).hasSize(3);
        assertThat(steps.at("/0/change").asText()).isEqualTo("back from budget +50 %");
        assertThat(steps.at("/0/value").asDouble())
                .isEqualTo(served.desk().answer(Scenario.EVERYDAY).plan().sends().value());
        assertThat(steps.at("/1/change").asText()).isEqualTo("budget +20 %");
        assertThat(steps.at("/1/adds").asDouble()).isPositive();
        assertThat(adds)
                .isEqualTo(answer.at("/scenarios/0/difference/value").asDouble(), within(1e-6));
    }

    @Test
    void scenarios_are_compared_by_their_names() {
        JsonNode answer =
                Client.json(
                        client.post(
                                "/v1/compare",
                                "{\"campaign\":\"small\",\"scenarios\":[{\"scenario\":\"a\",\"budget\":100},"
                                        + "{\"scenario\":\"b\",\"budget\":1e2}]}"));

        assertThat(answer.at("/scenarios/1/scenario").asText()).isEqualTo("b");
        assertThat(answer.at("/scenarios/0/spend").asDouble())
                .isLessThanOrEqualTo(100)
                .isEqualTo(answer.at("/scenarios/1/spend").asDouble(), within(1.0));
    }

    @Test
    void scenarios_without_names_are_numbered_and_budgets_rounded_to_micro_units() {
        JsonNode answer =
                Client.json(
                        client.post(
                                "/v1/compare",
                                "{\"campaign\":\"small\",\"scenarios\":[{\"budget\":100.00000012},"
                                        + "{\"budget\":100}]}"));

        assertThat(answer.at("/scenarios/1/scenario").asText()).isEqualTo("scenario 2");
        assertThat(answer.at("/scenarios/0/value")).isEqualTo(answer.at("/scenarios/1/value"));
    }

    @Test
    void limits_of_one_customer_are_told_and_can_be_dropped() {
        JsonNode limits = Client.json(client.get("/v1/campaigns/small")).get("limits");
        String more =
                "{\"campaign\":\"small\",\"scenario\":{\"drop\":[\"%s\"]}}"
                        .formatted(limits.at("/2/limit").asText());

        assertThat(limits.at("/2/counts").asText()).isEqualTo("sends_to_one");
        assertThat(
                        Client.json(client.post("/v1/what-if", more))
                                .at("/scenarios/0/value")
                                .asDouble())
                .isPositive();
    }

    @Test
    void a_frontier_rises() {
        JsonNode frontier =
                Client.json(client.post("/v1/frontier", "{\"campaign\":\"small\",\"points\":4.0}"));

        assertThat(frontier.get("points")).hasSize(4);
        assertThat(frontier.at("/points/3/value").asDouble())
                .isGreaterThan(frontier.at("/points/0/value").asDouble());
    }

    @Test
    void an_explanation_adds_up() {
        String customer = served.valued().audience().ids().id(7);
        JsonNode story =
                Client.json(
                        client.post(
                                "/v1/explain",
                                "{\"campaign\":\"small\",\"customer\":\"%s\"}"
                                        .formatted(customer)));

        for (JsonNode offer : story.get("offers")) {
            double charged = 0;
            for (JsonNode charge : offer.get("charges")) {
                charged += charge.get("amount").asDouble();
            }
            assertThat(offer.get("reduced_value").asDouble())
                    .isEqualTo(offer.get("value").asDouble() - charged, within(1e-9));
        }
    }

    @Test
    void a_plan_of_ours_evaluates_to_its_own_value_and_breaks_nothing() {
        String job = planned();
        String[] lines = client.get(job + "/plan.csv").body().split("\n");
        List<String> sends = new ArrayList<>();
        for (int i = 1; i < Math.min(lines.length, 200); i++) {
            String[] cells = lines[i].split(",");
            sends.add("{\"customer\":\"%s\",\"offer\":\"%s\"}".formatted(cells[0], cells[1]));
        }
        JsonNode judged =
                Client.json(
                        client.post(
                                "/v1/evaluate",
                                "{\"campaign\":\"small\",\"sends\":%s}".formatted(sends)));

        assertThat(judged.get("violations")).isEmpty();
        assertThat(judged.get("sends").asInt()).isEqualTo(sends.size());
    }

    @Test
    void sends_beyond_a_rule_are_told() {
        String customer = served.valued().audience().ids().id(3);
        List<String> sends =
                served.valued().offers().offers().stream()
                        .map(
                                offer ->
                                        "{\"customer\":\"%s\",\"offer\":\"%s\"}"
                                                .formatted(customer, offer.id()))
                        .toList();
        JsonNode judged =
                Client.json(
                        client.post(
                                "/v1/evaluate",
                                "{\"campaign\":\"small\",\"sends\":%s}".formatted(sends)));

        assertThat(judged.get("violations").toString()).contains("1 customer gets more than");
    }

    @Test
    void a_plan_is_a_job_with_events_and_sends() {
        String job = planned();
        JsonNode told = Client.json(client.get(job));

        assertThat(told.get("state").asText()).isEqualTo("done");
        assertThat(told.get("gap").asDouble()).isBetween(0.0, 1.0);
        assertThat(client.get(job + "/events").body()).contains("event: done").contains("\"gap\"");
        assertThat(client.get(job + "/plan.csv").body().lines().count())
                .isEqualTo(told.get("sends").asLong() + 1);
        assertThat(Client.json(client.delete(job)).get("state").asText()).isEqualTo("done");
        assertThat(client.get("/v1/jobs/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_late_answer_goes_on_as_a_job() {
        HttpResponse<String> late =
                client.post("/v1/frontier?deadline_ms=0", "{\"campaign\":\"small\",\"points\":6}");
        String job = late.headers().firstValue("Location").orElseThrow();

        assertThat(late.statusCode()).isEqualTo(202);
        assertThat(client.get(job + "/events").body()).contains("event: done");
        assertThat(Client.json(client.get(job)).at("/result/points")).hasSize(6);
    }

    @Test
    void the_same_key_plans_once_and_another_body_with_it_is_refused() {
        String body = "{\"campaign\":\"small\"}";
        String first = client.post("/v1/plans", body, Replays.KEY, "k1").body();

        assertThat(Client.json(client.post("/v1/plans", body, Replays.KEY, "k1")).get("job"))
                .isEqualTo(readJob(first));
        assertThat(client.post("/v1/plans", MORE, Replays.KEY, "k1").statusCode()).isEqualTo(422);
        assertThat(Client.json(client.post("/v1/plans", body, Replays.KEY, "k2")).get("job"))
                .isNotEqualTo(readJob(first));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/v1/what-if | { | 400 | 2 | The body is not JSON",
                "/v1/what-if | {\"campaign\":\"small\",\"campaign\":\"small\"} | 400 | 2 | Duplicate",
                "/v1/what-if | {\"campaign\":\"smal\"} | 404 | 2 | Did you mean 'small'",
                "/v1/what-if | {} | 422 | 3 | campaign is missing",
                "/v1/what-if | {\"campaign\":\"small\",\"budget\":1} | 422 | 3 | budget is no key here",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":3} | 422 | 3 | must be an object",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"budgte\":1}} | 422 | 3 | Did you mean 'budget'",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"beside\":\"/etc\"}} | 422 | 3 | names a plan folder",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"near\":{}}} | 422 | 3 | names a plan folder",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"only\":\"getenv(region)='x'\"}} | 422 | 3 | must not call a function",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"only\":\"region in (select 1)\"}} | 422 | 3 | column",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"drop\":[\"nothing\"]}} | 422 | 3 | No limit is called",
                "/v1/what-if | {\"campaign\":\"small\",\"scenario\":{\"costs\":[{\"of\":\"coupon\",\"per_order\":-20}]}} | 422 | 3 | it cannot cost 20 less",
                "/v1/frontier | {\"campaign\":\"small\",\"points\":1} | 422 | 3 | from 2 to 200",
                "/v1/frontier | {\"campaign\":\"small\",\"points\":\"x\"} | 422 | 3 | points must be a whole number",
                "/v1/frontier | {\"campaign\":\"small\",\"points\":2.5} | 422 | 3 | points must be a whole number",
                "/v1/frontier | {\"campaign\":\"small\",\"points\":1e9999999} | 422 | 3 | points",
                "/v1/frontier | {\"campaign\":\"small\",\"points\":99999999999} | 422 | 3 | points must be a whole number",
                "/v1/compare | {\"campaign\":\"small\",\"scenarios\":[]} | 422 | 3 | 1 to 20",
                "/v1/explain | {\"campaign\":\"small\",\"customer\":\"nobody\"} | 404 | 2 | no such customer",
                "/v1/evaluate | {\"campaign\":\"small\",\"sends\":[{\"customer\":\"x\",\"offer\":\"y\"}]} | 422 | 3 | Some sends",
                "/v1/nothing | {} | 404 | 2 | nothing here"
            })
    void what_cannot_be_answered_is_told_why(
            String path, String body, int status, int code, String words) {
        HttpResponse<String> refused = client.post(path, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(Client.json(refused).get("code").asInt()).isEqualTo(code);
        assertThat(Client.json(refused).get("detail").asText()).contains(words);
    }

    @Test
    void rules_that_fight_are_told_with_their_code() {
        HttpResponse<String> refused =
                client.post(
                        "/v1/what-if",
                        "{\"campaign\":\"small\",\"scenario\":{\"budget\":1,\"rules\":[{\"rule\":"
                                + "\"minimum_reach\",\"where\":\"region = 'north'\",\"min_sends\":700}]}}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Client.json(refused).get("code").asInt()).isEqualTo(4);
    }

    @Test
    void other_methods_types_and_sizes_are_refused() {
        assertThat(client.get("/v1/what-if").statusCode()).isEqualTo(405);
        assertThat(
                        client.send(
                                        "/v1/what-if",
                                        request ->
                                                request.POST(
                                                        HttpRequest.BodyPublishers.ofString(MORE)))
                                .statusCode())
                .isEqualTo(415);
        String large = "{\"campaign\":\"%s\"}".formatted("x".repeat(MOST_BYTES));
        assertThat(client.post("/v1/what-if", large).statusCode()).isEqualTo(413);
    }

    @Test
    void too_many_at_once_are_told_to_come_back() {
        try (Served.Running small = served.start(Optional.empty(), 1, MOST_BYTES)) {
            Client crowd = small.client();
            List<HttpResponse<String>> replies =
                    IntStream.of(197, 198, 199, 200)
                            .mapToObj("{\"campaign\":\"small\",\"points\":%d}"::formatted)
                            .map(body -> crowd.post("/v1/frontier?deadline_ms=0", body))
                            .toList();

            assertThat(replies)
                    .as("two are answered, one waits")
                    .extracting(HttpResponse::statusCode)
                    .containsExactly(202, 202, 202, 429);
            assertThat(replies.get(3).headers().firstValue("Retry-After")).contains("1");
            replies.stream()
                    .flatMap(reply -> reply.headers().firstValue("Location").stream())
                    .forEach(crowd::delete);
        }
    }

    @Test
    void nothing_is_told_without_the_key_but_that_the_service_lives() {
        try (Served.Running guarded =
                served.start(Optional.of(ApiKeys.of("secret")), 8, MOST_BYTES)) {
            Client stranger = guarded.client();

            assertThat(stranger.get("/livez").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/v1/campaigns").statusCode()).isEqualTo(401);
            assertThat(stranger.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(stranger.post("/v1/what-if", MORE, "Authorization", "Bearer secre").body())
                    .contains("Show a key");
            assertThat(
                            stranger.post("/v1/what-if", MORE, "Authorization", "Bearer secret")
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_log_and_metrics_name_no_customer() {
        String customer = served.valued().audience().ids().id(5);
        client.post(
                "/v1/explain", "{\"campaign\":\"small\",\"customer\":\"%s\"}".formatted(customer));
        client.get("/v1/jobs/" + customer);

        assertThat(running.log()).anyMatch(line -> line.startsWith("GET /v1/jobs/{id} 404"));
        assertThat(running.log()).noneMatch(line -> line.contains(customer));
        assertThat(client.get("/metrics").body())
                .contains("path=\"/v1/jobs/{id}\"")
                .doesNotContain(customer);
    }

    @Test
    void the_page_is_served_and_may_load_nothing_from_elsewhere() {
        HttpResponse<String> page = client.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
    }

    @Test
    void the_committed_document_is_that_of_the_service() throws IOException {
        Path committed = Path.of("..", "docs", "openapi.json");
        String document = client.get("/openapi.json").body();
        if (Boolean.getBoolean("update-api")) {
            Files.writeString(committed, document);
        }

        assertThat(Files.readString(committed))
                .as("after a wanted change, run this test with -Dupdate-api=true")
                .isEqualTo(document);
    }

    private static String planned() {
        HttpResponse<String> reply = client.post("/v1/plans", "{\"campaign\":\"small\"}");
        assertThat(reply.statusCode()).isEqualTo(202);
        String job = reply.headers().firstValue("Location").orElseThrow();
        client.get(job + "/events");
        return job;
    }

    private static JsonNode readJob(String body) {
        try {
            return new ObjectMapper().readTree(body).get("job");
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
