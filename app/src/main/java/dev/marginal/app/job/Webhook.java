package dev.marginal.app.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls somebody when a run fails: a POST of JSON that says which campaigns, which date and what
 * kind of failure, never what inputs say. The address is a secret and is not told to anyone.
 *
 * @param address an http or https URL
 * @param timeOut for connecting, and again for the answer
 */
public record Webhook(URI address, Duration timeOut) {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final int MULTIPLE_CHOICES = 300;

    /**
     * The address that stands in a file, which only its owner and group may read.
     *
     * @throws BadInput if the file holds no address, or others may read it
     */
    public static Webhook of(Path file) {
        try {
            requireSecret(file);
            String text = Files.readString(file).strip();
            if (!text.matches("https?://[^\\s]+")) {
                throw bad(file, "holds no http or https address alone on its line", "Write one.");
            }
            return new Webhook(URI.create(text), USUAL);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw bad(file, "cannot be read as a webhook's address", "Write one line with a URL.");
        }
    }

    /**
     * Calls; a call that fails is told, never thrown.
     *
     * @return what went wrong, without the address; empty if somebody heard
     */
    public Optional<String> call(Failure failure) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeOut).build();
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(timeOut)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body(failure)))
                        .build();
        try {
            HttpResponse<Void> answer =
                    client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() < MULTIPLE_CHOICES
                    ? Optional.empty()
                    : Optional.of("The webhook answered %d.".formatted(answer.statusCode()));
        } catch (IOException unheard) {
            return Optional.of(
                    "The webhook could not be reached (%s)."
                            .formatted(unheard.getClass().getSimpleName()));
        }
    }

    private static String body(Failure failure) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("event", "marginal.nightly.failed");
        failure.campaigns().forEach(body.putArray("campaigns")::add);
        body.put("date", failure.date().toString());
        body.put("ending", StatusFolder.word(failure.ending()));
        body.put("exit_code", failure.ending().exitCode());
        body.put("tries", failure.tries());
        body.put("ended", failure.ended().toString());
        body.put("text", failure.text());
        return body.toString();
    }

    private static void requireSecret(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null
                && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            throw bad(
                    file,
                    "can be read by everyone, but a webhook's address is a secret",
                    "Take that right away: chmod o-r.");
        }
    }

    private static BadInput bad(Path file, String expectation, String advice) {
        return new BadInput(Problem.of(file.toString(), expectation, advice));
    }
}
