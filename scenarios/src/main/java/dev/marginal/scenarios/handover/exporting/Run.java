package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.Step;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/** One run through the chunks of an outbox. */
abstract class Run {
    private final HandOverRequest request;
    private final Outbox outbox;
    private final Batches batches;
    private final Clock clock;
    private long waiting;

    Run(HandOverRequest request, Outbox outbox, Batches batches, Clock clock) {
        this.request = request;
        this.outbox = outbox;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Delivers every chunk that can be delivered now.
     *
     * @param stillPublished called before each delivery; throws if the plan was superseded
     * @return why the run ended before its end; empty if it did not
     */
    final String all(List<Chunk> chunks, Runnable stillPublished) throws IOException {
        for (Chunk chunk : chunks) {
            ChunkState state = outbox.state(chunk);
            if (state == ChunkState.SENT || state == ChunkState.SKIPPED) {
                continue;
            }
            if (state == ChunkState.SENDING && !goesOnWith(chunk)) {
                continue;
            }
            if (mustWait(chunk)) {
                waiting += chunk.sends();
                continue;
            }
            stillPublished.run();
            String failure = one(chunk);
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    /** How many sends wait for their time. */
    final long waiting() {
        return waiting;
    }

    /** Settles a chunk that was on its way when a run died; whether it is to be sent again. */
    abstract boolean goesOnWith(Chunk chunk) throws IOException;

    /** Whether the chunk's time has not come. */
    abstract boolean mustWait(Chunk chunk);

    /** Delivers a batch; says why not, or nothing. */
    abstract String deliver(Batches.Sifted sifted) throws IOException;

    private String one(Chunk chunk) throws IOException {
        Batches.Sifted sifted =
                batches.sift(
                        chunk, request.settings(), clock.instant(), request.service().isPresent());
        if (sifted.batch().size() == 0) {
            step(chunk, ChunkState.SENT, sifted.dropped(), "nothing left to send");
            return "";
        }
        return deliver(sifted);
    }

    final void step(Chunk chunk, ChunkState state, SortedMap<String, int[]> dropped, String note)
            throws IOException {
        outbox.record(new Step(chunk.number(), state, clock.instant(), dropped, note));
    }

    final HandOverRequest request() {
        return request;
    }

    final Outbox outbox() {
        return outbox;
    }

    final Clock clock() {
        return clock;
    }
}
