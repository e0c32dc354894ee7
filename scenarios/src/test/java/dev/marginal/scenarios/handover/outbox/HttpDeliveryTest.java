package dev.marginal.scenarios.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.marginal.scenarios.handover.outbox.Answer.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a request, whatever a service answers. */
@Timeout(30)
class HttpDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:59:30Z");
    private static final String KEY = "s3cret-key";

    /** Longer than any answer takes that comes, however busy the machine is. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** Long enough for an answer to begin that never ends. */
    private static final Duration BRIEF = Duration.ofSeconds(3);

    /** For those that never begin. */
    private static final Duration IMPATIENT = Duration.ofMillis(700);

    @TempDir Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "201; {\"message\":\"success\",\"dispatch_id\":\"d1\"}; ACCEPTED",
                "202; ''; ACCEPTED",
                "200; {\"id\":7,\"errors\":[]}; ACCEPTED",
                "201; {\"message\":\"success\",\"errors\":[\"no such user\"]}; PARTLY",
                "200; <html>Please log in</html>; UNKNOWN",
                "200; {\"message\":\"succ; UNKNOWN",
                "302; ''; REFUSED",
                "400; {\"errors\":[\"bad\"]}; REFUSED",
                "401; unauthorized; REFUSED",
                "404; ''; REFUSED",
                "413; ''; REFUSED",
                "408; ''; UNKNOWN",
                "429; ''; BUSY",
                "500; ''; UNKNOWN",
                "502; ''; UNKNOWN",
                "503; ''; UNKNOWN",
                "504; ''; UNKNOWN"
            })
    void status_and_text_say_whether_the_service_has_it(int status, String text, Fate fate)
            throws IOException {
        answer(status, text, Map.of("Location", "http://127.0.0.1:1/elsewhere"));

        Answer answer = post();

        assertThat(answer.fate()).isEqualTo(fate);
        assertThat(answer.words()).startsWith(String.valueOf(status));
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 7, 7",
        "Retry-After, 0, 1",
        "Retry-After, 99999999999999, 3600",
        "Retry-After, 'Sat, 21 Nov 2026 10:00:00 GMT', 30",
        "Retry-After, 'Sat, 21 Nov 2020 10:00:00 GMT', 1",
        "Retry-After, soon, 0",
        "X-RateLimit-Reset, 1795255200, 30",
        "X-RateLimit-Reset, 1, 1"
    })
    void a_busy_service_says_how_long_it_wants_to_be_left_alone(
            String header, String value, long seconds) throws IOException {
        answer(429, "", Map.of(header, value));

        assertThat(post().retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void an_unavailable_service_that_asks_to_come_again_has_not_taken_it() throws IOException {
        answer(503, "", Map.of("Retry-After", "3"));

        assertThat(post().fate()).isEqualTo(Fate.BUSY);
    }

    @Test
    void a_service_that_repeats_the_key_does_not_bring_it_into_messages() throws IOException {
        answer(401, "invalid key\n\u001b[31m " + KEY + "\u202e" + "x".repeat(2_000), Map.of());

        Answer answer = post();

        assertThat(answer.words())
                .startsWith("401 invalid key [31m [key] x")
                .doesNotContain(KEY)
                .hasSizeLessThan(600);
    }

    @Test
    void an_answer_without_end_is_not_waited_for() throws IOException {
        handle(
                exchange -> {
                    exchange.sendResponseHeaders(202, 0);
                    OutputStream out = exchange.getResponseBody();
                    while (true) {
                        out.write(' ');
                        out.flush();
                        pause(50);
                    }
                });

        Answer answer = post("http", BRIEF);

        assertThat(answer.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(answer.words()).isEqualTo("202 (the answer broke off)");
    }

    @Test
    void a_hundred_megabytes_of_answer_are_not_read() throws IOException {
        handle(
                exchange -> {
                    exchange.sendResponseHeaders(201, 0);
                    byte[] megabyte = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(megabyte);
                    }
                });

        assertThat(post().fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void an_answer_that_never_begins_leaves_the_fate_open() throws IOException {
        handle(exchange -> pause(10_000));

        Answer answer = post("http", IMPATIENT);

        assertThat(answer.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(answer.words()).startsWith("no answer");
    }

    @Test
    void a_server_that_is_not_there_has_not_taken_it() throws IOException {
        server.stop(0);

        Answer answer = post();

        assertThat(answer.fate()).isEqualTo(Fate.BUSY);
        assertThat(answer.words()).startsWith("no connection to http://127.0.0.1:");
    }

    @Test
    void a_server_that_speaks_no_tls_gets_nothing() throws IOException {
        answer(200, "", Map.of());

        Answer answer = post("https", IMPATIENT);

        assertThat(answer.fate()).isIn(Fate.REFUSED, Fate.BUSY);
        assertThat(requests).hasValue(0);
    }

    private Answer post() throws IOException {
        return post("http", PATIENT);
    }

    private Answer post(String scheme, Duration patience) throws IOException {
        Path body = Files.writeString(folder.resolve("body"), "{}");
        URI url = URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
        return new HttpDelivery(url, KEY, patience, Clock.fixed(NOW, ZoneOffset.UTC))
                .post("/x", Map.of("Authorization", "Bearer " + KEY), body);
    }

    private void answer(int status, String text, Map<String, String> headers) {
        handle(
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                });
    }

    private void handle(HttpHandler handler) {
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    try (HttpExchange closed = exchange) {
                        closed.getRequestBody().readAllBytes();
                        handler.handle(closed);
                    }
                });
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
