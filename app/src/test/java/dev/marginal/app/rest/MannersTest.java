package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the service takes requests that are put oddly, or come from where they should not. */
class MannersTest extends ServiceTest {
    private static Wire wire;

    @BeforeAll
    static void wire() {
        wire = new Wire(running.service().port());
    }

    @ParameterizedTest(name = "{0} {1} is {2}, Allow: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/what-if | 405 | OPTIONS, POST",
                "PUT | /v1/campaigns/small | 405 | GET, HEAD, OPTIONS",
                "TRACE | /v1/campaigns | 405 | GET, HEAD, OPTIONS",
                "BREW | /v1/campaigns | 405 | GET, HEAD, OPTIONS",
                "POST | /v1/jobs/x | 405 | DELETE, GET, HEAD, OPTIONS",
                "POST | / | 405 | GET, HEAD, OPTIONS",
                "DELETE | /index.html | 405 | GET, HEAD, OPTIONS",
                "PUT | /data/service.js | 405 | GET, HEAD, OPTIONS",
                "OPTIONS | /v1/plans | 204 | OPTIONS, POST",
                "OPTIONS | /index.html | 204 | GET, HEAD, OPTIONS"
            })
    void other_methods_are_told_which_there_are(
            String method, String path, int status, String allowed) {
        String reply = wire.send(method + ' ' + path + " HTTP/1.1", "Host: localhost");

        assertThat(reply).startsWith("HTTP/1.1 " + status).contains("\r\nAllow: " + allowed + "\r");
    }

    @Test
    void a_head_tells_what_a_get_would() {
        HttpResponse<String> head =
                client.send("/v1/campaigns", r -> r.method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> get = client.get("/v1/campaigns");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : new String[] {"ETag", "Content-Type", "Cache-Control"}) {
            assertThat(head.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(get.headers().firstValue(header));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/campaigns/%00",
                "GET /v1/campaigns/%ff",
                "GET /../../etc/passwd",
                "GET /%",
                "GET /v1/campaigns?x=%zz",
                "GET /v1/campaigns/%2e%2e",
                "GET /v1/nothing",
                "GET /data",
                "POST /nothing"
            })
    void malformed_addresses_get_problem_details(String request) {
        String reply = wire.send(request + " HTTP/1.1", "Host: localhost");

        assertThat(reply).startsWith("HTTP/1.1 40").contains("application/problem+json");
        assertThat(reply).contains("\"code\":2").doesNotContain("<html", "Exception");
    }

    @ParameterizedTest(name = "Host: {0} is {1}")
    @CsvSource({
        "localhost, 200",
        "127.0.0.1:8080, 200",
        "[::1]:9000, 200",
        "LocalHost:1, 200",
        "evil.example, 403",
        "localhost.evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "169.254.169.254, 403"
    })
    void names_that_are_not_of_this_machine_are_refused(String host, int status) {
        assertThat(wire.send("GET /v1/campaigns HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest(name = "Origin: {0} is {1}")
    @CsvSource({
        "http://localhost:8080, 200",
        "http://localhost:9999, 403",
        "https://evil.example, 403",
        "null, 403",
        "::, 403"
    })
    void pages_of_other_sites_are_refused(String origin, int status) {
        assertThat(
                        wire.send(
                                "GET /v1/campaigns HTTP/1.1",
                                "Host: localhost:8080",
                                "Origin: " + origin))
                .startsWith("HTTP/1.1 " + status)
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void with_a_key_any_name_will_do() {
        try (Served.Running guarded =
                Served.shared().start(Optional.of(ApiKeys.of("a key of ours")), 4, 20_000)) {
            assertThat(
                            new Wire(guarded.service().port())
                                    .send(
                                            "GET /v1/campaigns HTTP/1.1",
                                            "Host: plans.example",
                                            "Authorization: bearer a key of ours"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest(name = "Accept: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | 200",
                "application/* | 200",
                "text/html, application/json;q=0.5 | 200",
                "text/html | 406",
                "application/json;q=0, text/html | 406"
            })
    void what_a_client_does_not_accept_is_not_sent(String accept, int status) {
        HttpResponse<String> reply = client.send("/v1/campaigns", r -> r.header("Accept", accept));

        assertThat(reply.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;charset=UTF-8 | 200",
                "Application/JSON | 200",
                "application/json;charset=utf-16 | 415",
                "text/json | 415",
                "application/jsonp | 415"
            })
    void bodies_are_json_in_utf_8(String type, int status) {
        HttpResponse<String> reply =
                client.send(
                        "/v1/what-if",
                        r ->
                                r.header("Content-Type", type)
                                        .POST(BodyPublishers.ofString("{\"campaign\":\"small\"}")));

        assertThat(reply.statusCode()).isEqualTo(status);
    }

    @Test
    void a_packed_body_is_refused() {
        HttpResponse<String> reply =
                client.post("/v1/what-if", "{\"campaign\":\"small\"}", "Content-Encoding", "gzip");

        assertThat(reply.statusCode()).isEqualTo(415);
    }

    @Test
    void parameters_that_are_unknown_or_stand_twice_are_refused() {
        String body = "{\"campaign\":\"small\"}";

        assertThat(client.post("/v1/what-if?deadline=5", body).body())
                .contains("?deadline is no parameter here", "Did you mean 'deadline_ms'?");
        assertThat(client.post("/v1/what-if?deadline_ms=5&deadline_ms=6", body).statusCode())
                .isEqualTo(400);
        assertThat(client.get("/v1/campaigns?a=b").statusCode()).isEqualTo(400);
        assertThat(client.get("/index.html?a=b").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"campaign\":5} | 422 | campaign must be text",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":1e999}} | 422 | beyond all bounds",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":1e9999999}} | 422 | beyond all bounds",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":1e-9999999}} | 422 | beyond all bounds",
                "{\"campaign\":\"small\",\"scenario\":{\"scenario\":\"\\ud800\"}} | 422 | half a letter",
                "{\"campaign\":\"small\",\"scenario\":{\"\\udc00\":1}} | 422 | malformed",
                "{\"campaign\":\"\\ud800\"} | 404 | No campaign",
                "{\"campaign\":NaN} | 400 | NaN",
                "{\"campaign\":\"small\"}{} | 400 | The body must be",
                "{\"campaign\":\"small\",\"scenario\":null} | 422 | scenario must not be null",
                "{\"campaign\":null} | 422 | campaign must not be null",
                "{\"campaign\":\"small\",\"waterfall\":\"yes\"} | 422 | must be true or false",
                "null | 400 | object",
                "[] | 400 | object",
                "{\"campaign\":\"small\",\"compare_too\":{}} | 422 | Did you mean 'compare_to'"
            })
    void odd_bodies_are_told_what_is_odd(String body, int status, String words) {
        HttpResponse<String> reply = client.post("/v1/what-if", body);

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).contains(words);
    }

    @Test
    void bodies_that_are_nested_without_end_are_refused() {
        for (String open : new String[] {"[", "{\"a\":", "{\"scenario\":{\"a\":["}) {
            assertThat(client.post("/v1/what-if", open.repeat(1_000)).statusCode())
                    .as(open)
                    .isBetween(400, 422);
        }
        String deep = "{\"campaign\":\"small\",\"scenario\":{\"a\":%s%s}}";
        assertThat(
                        client.post("/v1/what-if", deep.formatted("[".repeat(500), "]".repeat(500)))
                                .statusCode())
                .isBetween(400, 422);
    }

    @Test
    void a_campaign_may_be_called_anything() {
        try (Served.Running odd = Served.shared().startAs("Frühling/50 % \"raus\" <b>")) {
            String name = "Fr%C3%BChling%2F50%20%25%20%22raus%22%20%3Cb%3E";
            HttpResponse<String> campaign = odd.client().get("/v1/campaigns/" + name);

            assertThat(Client.json(campaign).get("campaign").asText())
                    .isEqualTo("Frühling/50 % \"raus\" <b>");
            assertThat(odd.client().get("/metrics").body())
                    .contains("campaign=\"Frühling/50 % \\\"raus\\\" <b>\"");
            assertThat(
                            odd.client()
                                    .post("/v1/what-if", odd.client().get("/v1/demo-data").body())
                                    .statusCode())
                    .isEqualTo(200);
        }
    }
}
