package dev.marginal.scenarios.handover.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts bodies and tells what came of them.
 *
 * <p>429 says that the request was not taken; so do 503 with {@code Retry-After}, and a connection
 * that never came about. Any other 5xx, an answer that never came, and a 2xx whose text is not the
 * JSON of a service (a proxy's page, say) leave the fate open. Redirects are not followed, since
 * the key belongs to one host.
 */
public final class HttpDelivery {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String PLAINTEXT = "plaintext connection";

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI base;
    private final String key;
    private final Duration patience;
    private final Clock clock;

    /**
     * Requests to paths below {@code base}.
     *
     * @param key kept out of all that is told of an answer
     * @param patience how long an answer, and then its text, may take
     */
    public HttpDelivery(URI base, String key, Duration patience, Clock clock) {
        this.base = base;
        this.key = key;
        this.patience = patience;
        this.clock = clock;
    }

    /** Posts a file, once. */
    public Answer post(String path, Map<String, String> headers, Path body) throws IOException {
        HttpRequest request = request(path, headers, body);
        try {
            return answer(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return Answer.of(Answer.Fate.BUSY, "no connection to " + base);
        } catch (IOException broken) {
            return speaksNoTls(broken)
                    ? Answer.of(Answer.Fate.REFUSED, words(broken.toString()))
                    : Answer.of(Answer.Fate.UNKNOWN, words("no answer: " + broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.of(Answer.Fate.UNKNOWN, "interrupted");
        }
    }

    /**
     * Whether no request was sent, as no key was agreed upon. Java up to 17.0.15 throws a
     * handshake's exception where the other side's first words are no TLS; later ones a plain one
     * that says so.
     */
    private static boolean speaksNoTls(IOException broken) {
        return broken instanceof SSLHandshakeException
                || broken instanceof SSLException
                        && String.valueOf(broken.getMessage()).contains(PLAINTEXT);
    }

    private Answer answer(HttpResponse<InputStream> response) {
        Optional<String> text = AnswerText.read(response.body(), patience);
        Optional<Duration> asked = BackOff.asked(response.headers(), clock.instant());
        return new Answer(
                fate(response, text),
                words(response.statusCode() + " " + text.orElse("(the answer broke off)")),
                asked.orElse(Duration.ZERO));
    }

    private static Answer.Fate fate(HttpResponse<?> response, Optional<String> text) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return text.map(AnswerText::fate).orElse(Answer.Fate.UNKNOWN);
        }
        if (status == TOO_MANY || status == UNAVAILABLE && asksToWait(response)) {
            return Answer.Fate.BUSY;
        }
        return status >= SERVER_ERROR || status == REQUEST_TIMEOUT
                ? Answer.Fate.UNKNOWN
                : Answer.Fate.REFUSED;
    }

    private static boolean asksToWait(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").isPresent();
    }

    private HttpRequest request(String path, Map<String, String> headers, Path body)
            throws IOException {
        String start = base.toString().replaceAll("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(start + path))
                        .timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofFile(body));
        headers.forEach(request::header);
        return request.build();
    }

    private String words(String text) {
        return AnswerText.printable(text.replace(key, "[key]"));
    }
}
