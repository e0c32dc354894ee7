package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Service;
import dev.marginal.scenarios.handover.outbox.Answer;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.HttpDelivery;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.Step;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Chunks become requests.
 *
 * <p>A chunk that a busy service did not take goes back to what it was before the waiting begins,
 * and is sifted anew after it: whoever is killed meanwhile leaves nothing unknown, and what expires
 * meanwhile does not go out.
 */
final class ServiceRun extends Run {
    private static final int TRIES = 6;
    private static final Duration SHORTLY = Duration.ofMinutes(1);

    private final Service service;
    private final HttpDelivery http;
    private final Waiting waiting;
    private final Path folder;
    private boolean posted;
    private int tries;
    private int awaited;

    ServiceRun(
            HandOverRequest request,
            Outbox outbox,
            Batches batches,
            Clock clock,
            Waiting waiting,
            HttpDelivery http,
            Path folder) {
        super(request, outbox, batches, clock);
        this.service = request.exporter().service().orElseThrow();
        this.waiting = waiting;
        this.http = http;
        this.folder = folder;
    }

    @Override
    boolean goesOnWith(Chunk chunk) throws IOException {
        if (request().skip().contains(chunk.number())) {
            step(
                    chunk,
                    ChunkState.SKIPPED,
                    outbox().latest(chunk).dropped(),
                    "the user's decision");
            return false;
        }
        return service.forgivesRepeats() || request().resend().contains(chunk.number());
    }

    @Override
    String deliver(Batches.Sifted sifted) throws IOException {
        Chunk chunk = sifted.batch().chunk();
        if (isDueShortly(sifted.batch()) && chunk.number() != awaited) {
            awaited = chunk.number();
            waiting.wait(Duration.between(clock().instant(), chunk.sendAt().orElseThrow()));
            return one(chunk);
        }
        Step before = outbox().latest(chunk);
        Answer answer = post(sifted);
        return switch (answer.fate()) {
            case ACCEPTED -> done(sifted, ChunkState.SENT, answer);
            case PARTLY -> done(sifted, ChunkState.PARTLY, answer);
            case UNKNOWN -> service.forgivesRepeats() ? later(chunk, answer) : open(chunk, answer);
            case BUSY -> {
                step(chunk, before.state(), before.dropped(), answer.words());
                yield later(chunk, answer);
            }
            case REFUSED -> {
                step(chunk, before.state(), before.dropped(), answer.words());
                yield notTaken(chunk, answer);
            }
        };
    }

    private String done(Batches.Sifted sifted, ChunkState state, Answer answer) throws IOException {
        step(sifted.batch().chunk(), state, sifted.dropped(), answer.words());
        tries = 0;
        return "";
    }

    /** A time of the next minute would have passed when the request arrives. */
    private boolean isDueShortly(Batch batch) {
        Instant soon = clock().instant().plus(SHORTLY);
        return batch.isAhead() && batch.chunk().sendAt().orElseThrow().isBefore(soon);
    }

    private Answer post(Batches.Sifted sifted) throws IOException {
        Batch batch = sifted.batch();
        Path body = PrivateFiles.create(folder.resolve("body.part"));
        request().exporter().write(batch, body);
        if (posted && tries == 0) {
            waiting.wait(service.pause());
        }
        posted = true;
        step(batch.chunk(), ChunkState.SENDING, sifted.dropped(), "");
        String key = request().service().orElseThrow().key();
        Answer answer = http.post(service.path(batch), service.headers(key), body);
        Files.delete(body);
        return answer;
    }

    private String later(Chunk chunk, Answer answer) throws IOException {
        tries++;
        if (tries == TRIES) {
            return answer.fate() == Answer.Fate.BUSY
                    ? notTaken(chunk, answer)
                    : open(chunk, answer);
        }
        Duration asked = answer.retryAfter();
        Duration wait = asked.isZero() ? Duration.ofSeconds(1L << tries - 1) : asked;
        waiting.wait(wait.compareTo(service.pause()) < 0 ? service.pause() : wait);
        return one(chunk);
    }

    private static String open(Chunk chunk, Answer answer) {
        return "chunk %d may or may not have arrived: %s".formatted(chunk.number(), answer.words());
    }

    private String notTaken(Chunk chunk, Answer answer) {
        return "%s did not take chunk %d: %s"
                .formatted(request().exporter().target(), chunk.number(), answer.words());
    }
}
