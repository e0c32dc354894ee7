package dev.marginal.scenarios.handover.outbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Posts bodies and tells what came of them.
 *
 * <p>429 and 503 say that the request was not taken, and so does a connection that never came
 * about: these are tried again, after the time that the server asks for or else 1, 2, 4, … seconds.
 * Any other 5xx, and an answer that never came, leave the fate open. They are tried again only
 * where the target forgives repeats.
 */
public final class HttpDelivery {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int TRIES = 6;
    private static final int WORDS = 300;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI base;
    private final Waiting waiting;

    /** Requests to paths below {@code base}. */
    public HttpDelivery(URI base, Waiting waiting) {
        this.base = base;
        this.waiting = waiting;
    }

    /** Posts a file, as often as it takes and may be done. */
    public Answer post(String path, Map<String, String> headers, Path body, boolean forgivesRepeats)
            throws IOException {
        HttpRequest request = request(path, headers, body);
        Answer answer = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Attempt tried = attempt(request);
            answer = tried.answer();
            boolean again =
                    answer.fate() == Answer.Fate.BUSY
                            || answer.fate() == Answer.Fate.UNKNOWN && forgivesRepeats;
            if (!again) {
                return answer;
            }
            if (attempt + 1 < TRIES) {
                waiting.wait(BackOff.after(attempt, tried.retryAfter()));
            }
        }
        return answer;
    }

    /** Lets time pass between two requests. */
    public void pause(Duration time) {
        waiting.wait(time);
    }

    private record Attempt(Answer answer, String retryAfter) {}

    private Attempt attempt(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Attempt(
                    new Answer(fate(response.statusCode()), words(response)),
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new Attempt(new Answer(Answer.Fate.BUSY, "no connection to " + base), "");
        } catch (IOException broken) {
            return new Attempt(
                    new Answer(Answer.Fate.UNKNOWN, "no answer: " + printable(broken.toString())),
                    "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Attempt(new Answer(Answer.Fate.UNKNOWN, "interrupted"), "");
        }
    }

    private static Answer.Fate fate(int status) {
        if (status >= 200 && status < 300) {
            return Answer.Fate.ACCEPTED;
        }
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return Answer.Fate.BUSY;
        }
        return status >= SERVER_ERROR || status == REQUEST_TIMEOUT
                ? Answer.Fate.UNKNOWN
                : Answer.Fate.REFUSED;
    }

    private HttpRequest request(String path, Map<String, String> headers, Path body)
            throws IOException {
        String start = base.toString().replaceAll("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(start + path))
                        .timeout(ANSWER)
                        .POST(HttpRequest.BodyPublishers.ofFile(body));
        headers.forEach(request::header);
        return request.build();
    }

    private static String words(HttpResponse<String> response) {
        return printable((response.statusCode() + " " + response.body()).strip());
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return plain.length() <= WORDS ? plain : plain.substring(0, WORDS) + "…";
    }
}
