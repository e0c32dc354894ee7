package dev.marginal.app.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
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
    Optional<String> call(DayReport report) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeOut).build();
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(timeOut)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body(report)))
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

    private static String body(DayReport report) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("event", "marginal.nightly.failed");
        report.campaigns().stream()
                .map(CampaignFile::campaign)
                .forEach(body.putArray("campaigns")::add);
        body.put("date", report.date().toString());
        body.put("ending", StatusFolder.word(report.ending()));
        body.put("exit_code", report.ending().exitCode());
        body.put("tries", report.tries());
        body.put("ended", report.ended().toString());
        body.put("text", text(report));
        return body.toString();
    }

    /** One sentence, under the key that chat services show. */
    private static String text(DayReport report) {
        return "Marginal: no plan for %s on %s: %s (exit code %d)."
                .formatted(
                        String.join(
                                ", ",
                                report.campaigns().stream().map(CampaignFile::campaign).toList()),
                        report.date(),
                        words(report.ending()),
                        report.ending().exitCode());
    }

    private static String words(Ending ending) {
        return switch (ending) {
            case DONE -> "done";
            case FAILED -> "the machine, the disk or the store is in the way";
            case USAGE -> "the command line is off";
            case BAD_INPUT -> "an input cannot be used";
            case NO_PLAN -> "no plan keeps every rule";
            case STALE_INPUT -> "an input is too old, or not wholly there";
            case ALREADY_PUBLISHED -> "another plan stands there, or is being made";
            case AUDIT_FAILED -> "the audit failed";
        };
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
