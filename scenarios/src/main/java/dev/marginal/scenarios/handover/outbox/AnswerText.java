package dev.marginal.scenarios.handover.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The text of an answer: read for so long and so far, whatever the server does. */
final class AnswerText {
    private static final int LONGEST = 1 << 20;
    private static final int WORDS = 500;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private AnswerText() {}

    /** The text, a megabyte of it at most; empty if it broke off or did not come to its end. */
    static Optional<String> read(InputStream body, Duration patience) {
        CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> start(body));
        try (body) {
            return Optional.of(text.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | IOException brokenOff) {
            return Optional.empty();
        }
    }

    /** What the text of a 2xx says: nothing, JSON, JSON with errors, or nothing of a service's. */
    static Answer.Fate fate(String text) {
        if (text.isBlank()) {
            return Answer.Fate.ACCEPTED;
        }
        try {
            JsonNode json = JSON.readTree(text);
            return json.path("errors").isEmpty() ? Answer.Fate.ACCEPTED : Answer.Fate.PARTLY;
        } catch (JsonProcessingException other) {
            return Answer.Fate.UNKNOWN;
        }
    }

    /** A line, not too long. */
    static String printable(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() <= WORDS ? plain : plain.substring(0, WORDS) + "…";
    }

    private static String start(InputStream body) {
        try {
            return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
