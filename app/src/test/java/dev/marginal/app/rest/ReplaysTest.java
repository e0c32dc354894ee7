package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a key are done once. */
class ReplaysTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final Replays replays = new Replays(clock());
    private final AtomicInteger done = new AtomicInteger();
    private final Supplier<Reply> work = () -> Reply.json(Map.of("n", done.incrementAndGet()));

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    /** A request to plan, as far as keys go. */
    private record Request(String caller, String key, String text) implements Call {
        @Override
        public String endpoint() {
            return "/v1/plans";
        }

        @Override
        public String path() {
            return "/v1/plans";
        }

        @Override
        public String path(String name) {
            return null;
        }

        @Override
        public String query(String name) {
            return null;
        }

        @Override
        public String header(String name) {
            return key;
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_same_request_is_done_once_and_says_that_it_was() {
        replays.once(new Request("", "k", "{}"), work);
        Reply again = replays.once(new Request("", "k", "{}"), work);

        assertThat(done).hasValue(1);
        assertThat(again.headers()).containsEntry(Replays.REPLAYED, "true");
    }

    @Test
    void without_a_key_every_request_is_done() {
        replays.once(new Request("", null, "{}"), work);
        replays.once(new Request("", null, "{}"), work);

        assertThat(done).hasValue(2);
    }

    @Test
    void keys_of_others_are_others() {
        replays.once(new Request("1", "k", "{}"), work);
        replays.once(new Request("2", "k", "{}"), work);

        assertThat(done).hasValue(2);
    }

    @Test
    void another_request_with_the_same_key_is_refused() {
        replays.once(new Request("", "k", "{}"), work);

        assertThatThrownBy(() -> replays.once(new Request("", "k", "{ }"), work))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    @Test
    void a_request_in_hand_is_told_to_come_back() {
        Request request = new Request("", "k", "{}");
        replays.once(
                request,
                () -> {
                    assertThatThrownBy(() -> replays.once(request, work))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> {
                                        assertThat(refusal.status()).isEqualTo(409);
                                        assertThat(refusal.headers()).containsKey("Retry-After");
                                    });
                    return work.get();
                });
    }

    @Test
    void a_refusal_is_a_reply_as_well() {
        Request request = new Request("", "k", "{}");
        Supplier<Reply> refusing =
                () -> {
                    done.incrementAndGet();
                    throw new Refusal(404, "No such campaign.");
                };

        assertThat(replays.once(request, refusing).status()).isEqualTo(404);
        assertThat(replays.once(request, refusing).status()).isEqualTo(404);
        assertThat(done).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void what_was_put_off_is_done_when_it_comes_back(int status) {
        Request request = new Request("", "k", "{}");
        assertThatThrownBy(
                        () ->
                                replays.once(
                                        request,
                                        () -> {
                                            throw Refusal.busy(status, "Later.", 1);
                                        }))
                .isInstanceOf(Refusal.class);

        assertThat(replays.once(request, work).status()).isEqualTo(200);
    }

    @Test
    void keys_are_forgotten_after_a_day() {
        Request request = new Request("", "k", "{}");
        replays.once(request, work);
        now.updateAndGet(then -> then.plus(Duration.ofHours(23)));
        replays.once(request, work);
        assertThat(done).hasValue(1);
        now.updateAndGet(then -> then.plus(Duration.ofHours(2)));
        replays.once(request, work);

        assertThat(done).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "\u0000"})
    void keys_are_plain_letters(String key) {
        assertThatThrownBy(() -> replays.once(new Request("", key, "{}"), work))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
        assertThatThrownBy(() -> replays.once(new Request("", "k".repeat(256), "{}"), work))
                .isInstanceOf(Refusal.class);
    }
}
