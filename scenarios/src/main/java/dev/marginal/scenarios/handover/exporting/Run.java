package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.Step;
import dev.marginal.scenarios.planning.Progress;
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
    private Runnable stillPublished = () -> {};
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
    final String all(List<Chunk> chunks, Runnable stillPublished, Progress progress)
            throws IOException {
        for (Chunk chunk : chunks) {
            progress.isAt(chunk.number() - 1, chunks.size());
            ChunkState state = outbox.state(chunk);
            if (state.isDone()) {
                continue;
            }
            if (state == ChunkState.SENDING && !goesOnWith(chunk)) {
                continue;
            }
            if (request.mustWait(chunk, clock.instant())) {
                waiting += chunk.sends();
                continue;
            }
            this.stillPublished = stillPublished;
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

    /** Delivers a batch; says why not, or nothing. */
    abstract String deliver(Batches.Sifted sifted) throws IOException;

    /** Delivers what may go out now of a chunk; says why not, or nothing. */
    final String one(Chunk chunk) throws IOException {
        stillPublished.run();
        Batches.Sifted sifted = batches.sift(chunk, request, clock.instant());
        if (sifted.batch().size() == 0) {
            step(chunk, ChunkState.SENT, sifted.dropped(), "");
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
