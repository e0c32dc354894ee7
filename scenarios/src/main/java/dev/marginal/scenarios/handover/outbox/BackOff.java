package dev.marginal.scenarios.handover.outbox;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a provider asks to be left alone: {@code Retry-After} in seconds or as a date, else
 * {@code X-RateLimit-Reset} in seconds since 1970, as Braze has it. A second at least, an hour at
 * most.
 */
final class BackOff {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private BackOff() {}

    /** Empty where the provider does not say. */
    static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .flatMap(words -> seconds(words).or(() -> until(words, now)))
                .or(
                        () ->
                                headers.firstValue("X-RateLimit-Reset")
                                        .flatMap(BackOff::seconds)
                                        .map(reset -> reset.minusSeconds(now.getEpochSecond())))
                .map(BackOff::bounded);
    }

    private static Optional<Duration> seconds(String words) {
        return words.matches("\\d{1,18}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(words)))
                : Optional.empty();
    }

    private static Optional<Duration> until(String words, Instant now) {
        try {
            Instant then =
                    ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        Duration least = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        return least.compareTo(LONGEST) > 0 ? LONGEST : least;
    }
}
