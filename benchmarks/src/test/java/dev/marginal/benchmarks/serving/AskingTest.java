package dev.marginal.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client beside a service that answers as it is told to. */
class AskingTest {
    private static final Question QUESTION = new Question(Kind.BUDGET_SET, "{\"campaign\":\"x\"}");
    private static final String PLAN =
            "{\"scenarios\":[{\"value\":3,\"bound\":4,\"limits\":[{\"use\":5,\"at_most\":%s}]}]}";

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_comes_back_when_it_was_told_to_and_fetches_what_went_on_as_a_job() {
        server.createContext(
                "/v1/what-if",
                call ->
                        reply(
                                call,
                                asked.getAndIncrement() == 0 ? 429 : 202,
                                "{}",
                                "Retry-After",
                                "1",
                                "Location",
                                "/v1/jobs/7"));
        server.createContext(
                "/v1/jobs/7",
                call -> reply(call, 200, "{\"state\":\"done\",\"result\":{\"a\":1}}"));

        Given given = ask();

        assertThat(given.isAnswer()).isTrue();
        assertThat(given.refused()).isEqualTo(1);
        assertThat(given.late()).isTrue();
        assertThat(given.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_refusal_that_does_not_say_when_to_come_back_is_wrong() {
        server.createContext("/v1/what-if", call -> reply(call, 429, "{}"));

        assertThat(ask().wrong()).hasValue("429 without Retry-After");
    }

    @Test
    void another_status_is_wrong() {
        server.createContext("/v1/what-if", call -> reply(call, 500, "{}"));

        assertThat(ask().wrong()).hasValue("status 500");
    }

    @Test
    void a_crowd_gets_every_answer_that_it_waits_for() {
        server.createContext("/v1/what-if", call -> reply(call, 200, PLAN.formatted(6)));
        Clients.Talk talk =
                new Clients(3, 60).ask(asking(), number -> number < 30 ? QUESTION : null);

        assertThat(talk.given()).hasSize(30).allMatch(Given::isAnswer);
        assertThat(talk.given().get(0).body()).isSameAs(talk.given().get(29).body());
        assertThat(Latencies.of(talk.given(), any -> true).count()).isEqualTo(30);
    }

    @Test
    void use_beyond_a_limit_and_value_beyond_the_bound_are_told() {
        server.createContext("/v1/what-if", call -> reply(call, 200, PLAN.formatted(4.5)));

        assertThat(AnswerCheck.broken(ask())).singleElement().asString().contains("use 5.0 of");
    }

    private Given ask() {
        return asking().ask(QUESTION, Long.MAX_VALUE);
    }

    private Asking asking() {
        return new Asking("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void reply(HttpExchange call, int status, String body, String... headers)
            throws IOException {
        call.getRequestBody().readAllBytes();
        for (int i = 0; i < headers.length; i += 2) {
            call.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
