package dev.marginal.scenarios.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.handover.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a hand-over sees of the others of its campaign and date. */
class OutboxesTest {
    private static final int LOOKS = 1_000;
    private static final Step SENT =
            new Step(1, ChunkState.SENT, Instant.EPOCH, new TreeMap<>(), "");

    @TempDir Path folder;

    @Test
    @Timeout(120)
    void others_are_seen_whole_while_one_begins_again_and_again() throws IOException {
        Outboxes outboxes = Outboxes.beside(folder.resolve("plan"), "spring", "2026-11-21");
        begin(outboxes, header("braze", true));
        AtomicBoolean seen = new AtomicBoolean();
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(
                        () -> {
                            while (!seen.get()) {
                                begin(outboxes, header("csv", false));
                            }
                        });
        try {
            for (int look = 0; look < LOOKS; look++) {
                assertThat(outboxes.begun())
                        .extracting(one -> one.header().target())
                        .contains("braze");
            }
        } finally {
            seen.set(true);
        }
        other.join();
    }

    @Test
    void where_nothing_was_ever_handed_over_there_is_none() throws IOException {
        assertThat(Outboxes.beside(folder.resolve("plan"), "spring", "2026-11-21").begun())
                .isEmpty();
    }

    private static void begin(Outboxes outboxes, OutboxHeader header) {
        try (Outbox outbox =
                outboxes.open(outboxes.of(header.plan(), header.target(), List.of()), header)) {
            outbox.record(SENT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private OutboxHeader header(String target, boolean delivers) {
        return new OutboxHeader(
                "plan",
                "spring",
                "2026-11-21",
                folder.resolve("plan").toString(),
                "f1",
                target,
                delivers,
                List.of("push"),
                new TreeMap<>(),
                List.of(new Chunk(1, "c1", "push_1", Optional.empty(), 0, 7)));
    }
}
