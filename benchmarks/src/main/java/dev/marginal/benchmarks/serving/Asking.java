package dev.marginal.benchmarks.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A well-behaved client: it comes back when it is told to, and fetches what went on as a job. */
final class Asking {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    static final int TOO_MANY = 429;
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Map<Question, String> first = new ConcurrentHashMap<>();

    Asking(String url) {
        this.url = url;
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(body, malformed);
        }
    }

    /** The campaign that is served. */
    Planted planted() {
        return Planted.of(json(get("/v1/campaigns/" + PlantedWords.NAME).body()));
    }

    /**
     * Asks until there is an answer, or until this time.
     *
     * @param until in {@link System#nanoTime}, after which it does not come back
     */
    Given ask(Question question, long until) {
        long begun = System.nanoTime();
        int refused = 0;
        while (true) {
            long start = System.nanoTime();
            HttpResponse<String> reply = post(question.body());
            if (reply.statusCode() == ACCEPTED) {
                return fetched(question, reply, start, refused);
            }
            if (reply.statusCode() != TOO_MANY || System.nanoTime() > until) {
                return given(question, reply, start, refused, false);
            }
            Optional<String> after = reply.headers().firstValue("Retry-After");
            if (after.isEmpty()) {
                return wrong(question, reply, begun, "429 without Retry-After");
            }
            refused++;
            Service.sleep(Long.parseLong(after.get()) * 1000);
        }
    }

    private Given fetched(
            Question question, HttpResponse<String> accepted, long start, int refused) {
        Optional<String> job = accepted.headers().firstValue("Location");
        if (job.isEmpty()) {
            return wrong(question, accepted, start, "202 without Location");
        }
        while (true) {
            HttpResponse<String> told = get(job.get());
            if (told.statusCode() != 200) {
                return given(question, told, start, refused, true);
            }
            JsonNode state = json(told.body());
            switch (state.get("state").asText()) {
                case "done":
                    return new Given(
                            question,
                            200,
                            since(start),
                            refused,
                            true,
                            state.get("result").toString(),
                            Optional.empty());
                case "failed", "cancelled":
                    return wrong(question, told, start, "the job ended as " + told.body());
                default:
                    Service.sleep(500);
            }
        }
    }

    private Given given(
            Question question, HttpResponse<String> reply, long start, int refused, boolean late) {
        boolean promised = reply.statusCode() == 200 || reply.statusCode() == TOO_MANY;
        return new Given(
                question,
                reply.statusCode(),
                since(start),
                refused,
                late,
                once(question, reply),
                promised ? Optional.empty() : Optional.of("status " + reply.statusCode()));
    }

    /** The same text for the same answer, so that memory holds it once. */
    private String once(Question question, HttpResponse<String> reply) {
        String before =
                reply.statusCode() == 200 ? first.putIfAbsent(question, reply.body()) : null;
        return reply.body().equals(before) ? before : reply.body();
    }

    private static Given wrong(
            Question question, HttpResponse<String> reply, long start, String why) {
        return new Given(
                question,
                reply.statusCode(),
                since(start),
                0,
                false,
                reply.body(),
                Optional.of(why));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private HttpResponse<String> post(String body) {
        return send(
                HttpRequest.newBuilder(URI.create(url + "/v1/what-if"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
