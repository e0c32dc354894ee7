package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every reply that can be provoked is one that docs/openapi.json tells of. */
class ContractTest extends ServiceTest {
    private static final String SMALL = "{\"campaign\":\"small\"}";
    private static final List<Integer> UNPROVOKED = List.of(409, 410, 429, 500, 503);

    /** Only a job that takes long is still at it. */
    private static final String STILL = "DELETE /v1/jobs/{id} 202";

    private static Served.Running guarded;
    private static Contract contract;
    private static final Set<String> seen = new TreeSet<>();

    @BeforeAll
    static void guard() {
        guarded = served.start(Optional.of(ApiKeys.of("a key of ours")), 4, MOST_BYTES);
        contract = new Contract(Client.json(client.get("/openapi.json")));
    }

    @AfterAll
    static void leave() {
        guarded.close();
    }

    @Test
    void every_reply_is_documented_and_every_documented_reply_is_given() {
        posts();
        jobs();
        everywhere();

        Set<String> missing = documented();
        missing.removeAll(seen);
        missing.remove(STILL);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_of_a_scenario_that_names_no_file_is_documented() {
        Set<String> known = new TreeSet<>();
        client.post("/v1/what-if", "{\"campaign\":\"small\",\"scenario\":{\"nokey\":1}}")
                .body()
                .replaceFirst("(?s).*?Known here: ([^.]*)\\..*", "$1")
                .transform(list -> List.of(list.split(", ")))
                .forEach(known::add);
        known.removeAll(List.of("beside", "near", "given"));
        Set<String> documented = new TreeSet<>();
        contract.document()
                .at("/components/schemas/Scenario/properties")
                .fieldNames()
                .forEachRemaining(documented::add);

        assertThat(known).isNotEmpty();
        assertThat(documented).containsAll(known);
    }

    private void posts() {
        post("/v1/what-if", SMALL);
        post(
                "/v1/what-if",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":210,\"holdout\":0.1},"
                        + "\"sensitivity\":true,\"waterfall\":true}");
        post("/v1/compare", "{\"campaign\":\"small\",\"scenarios\":[{\"budget\":200}]}");
        post("/v1/frontier", "{\"campaign\":\"small\",\"points\":3,\"reach\":100}");
        String customer = Served.shared().valued().audience().ids().id(3);
        String offer = Served.shared().valued().offers().offers().get(0).id();
        post("/v1/explain", "{\"campaign\":\"small\",\"customer\":\"%s\"}".formatted(customer));
        post(
                "/v1/evaluate",
                "{\"campaign\":\"small\",\"sends\":[{\"customer\":\"%s\",\"offer\":\"%s\"}]}"
                        .formatted(customer, offer));
        late("/v1/what-if", "{\"campaign\":\"small\",\"scenario\":{\"budget\":217}}");
        late("/v1/compare", "{\"campaign\":\"small\",\"scenarios\":[{\"budget\":218}]}");
        late("/v1/frontier", "{\"campaign\":\"small\",\"points\":33}");
        late(
                "/v1/explain",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":219},\"customer\":\"%s\"}"
                        .formatted(customer));
        late("/v1/evaluate", "{\"campaign\":\"small\",\"scenario\":{\"budget\":220},\"sends\":[]}");
    }

    private void jobs() {
        String job = location(post("/v1/plans", SMALL));
        String frontier = location(late("/v1/frontier", "{\"campaign\":\"small\",\"points\":34}"));
        get("/v1/jobs/{id}", job);
        get("/v1/jobs/{id}/events", job + "/events");
        get("/v1/jobs/{id}/plan.csv", job + "/plan.csv");
        get("/v1/jobs/{id}/plan.csv", frontier + "/plan.csv");
        get("/v1/jobs/{id}", frontier);
        see(
                "GET",
                "/v1/jobs/{id}/events",
                client.send(job + "/events", r -> r.header("Last-Event-ID", "99")));
        see("DELETE", "/v1/jobs/{id}", client.delete(job));
    }

    /** What every endpoint answers to bad manners. */
    private void everywhere() {
        for (var path : contract.document().get("paths").properties()) {
            String template = path.getKey();
            String real = template.replace("{campaign}", "small").replace("{id}", "none");
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase();
                bad(method, template, real + "?no=1", "Accept", "*/*");
                bad(method, template, real, "Accept", "image/png");
                bad(method, template, real, "Origin", "http://evil.example");
                bad(method, template, real.replace("small", "nosuch"), "Accept", "*/*");
                see(method, template, send(guarded.client(), method, real, "{}", "Accept", "*/*"));
                if (method.equals("POST")) {
                    see(method, template, send(client, method, real, "{}"));
                    String elsewhere = "{\"campaign\":\"nosuch\"}";
                    see(method, template, send(client, method, real, elsewhere));
                    String large = "\"" + "x".repeat(20_001) + "\"";
                    see(method, template, send(client, method, real, large));
                    see(
                            method,
                            template,
                            client.send(real, r -> r.POST(BodyPublishers.ofString("{}"))));
                } else if (method.equals("GET")) {
                    again(template, real);
                }
            }
        }
    }

    private void again(String template, String path) {
        HttpResponse<String> first = client.get(path);
        see("GET", template, first);
        first.headers()
                .firstValue("ETag")
                .ifPresent(
                        tag ->
                                see(
                                        "GET",
                                        template,
                                        client.send(path, r -> r.header("If-None-Match", tag))));
    }

    private void bad(String method, String template, String path, String header, String value) {
        see(method, template, send(client, method, path, SMALL, header, value));
    }

    private static HttpResponse<String> send(
            Client client, String method, String path, String body, String... headers) {
        return client.send(
                path,
                request -> {
                    if (headers.length > 0) {
                        request.headers(headers);
                    }
                    return method.equals("POST")
                            ? request.header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                            : request.method(method, BodyPublishers.noBody());
                });
    }

    private HttpResponse<String> post(String path, String body) {
        return see("POST", path, client.post(path, body));
    }

    private HttpResponse<String> late(String path, String body) {
        String deadline = path.equals("/v1/plans") ? "" : "?deadline_ms=0";
        return see("POST", path, client.post(path + deadline, body));
    }

    private void get(String template, String path) {
        again(template, path);
    }

    private static String location(HttpResponse<String> reply) {
        String job = reply.headers().firstValue("Location").orElseThrow();
        client.get(job + "/events");
        return job;
    }

    private static HttpResponse<String> see(
            String method, String template, HttpResponse<String> reply) {
        contract.holds(method, template, reply);
        seen.add("%s %s %d".formatted(method, template, reply.statusCode()));
        return reply;
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        for (var path : contract.document().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var response : operation.getValue().get("responses").properties()) {
                    if (!UNPROVOKED.contains(Integer.parseInt(response.getKey()))) {
                        all.add(
                                "%s %s %s"
                                        .formatted(
                                                operation.getKey().toUpperCase(),
                                                path.getKey(),
                                                response.getKey()));
                    }
                }
            }
        }
        return all;
    }
}
