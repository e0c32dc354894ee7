package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a run would leave out and what would wait, if it came now. */
final class Preview {
    private final Map<Integer, Step> steps;
    private long waiting;

    Preview(Preparation prepared, Batches batches, Map<Integer, Step> latest, Instant now) {
        this.steps = new HashMap<>(latest);
        HandOverRequest request = prepared.request();
        for (Chunk chunk : prepared.header().chunks()) {
            Step step = latest.getOrDefault(chunk.number(), Step.none(chunk.number()));
            if (step.state() != ChunkState.PENDING) {
                continue;
            }
            var dropped = batches.sift(chunk, request, now).dropped();
            Step sifted = new Step(chunk.number(), ChunkState.PENDING, now, dropped, "");
            steps.put(chunk.number(), sifted);
            if (request.mustWait(chunk, now)) {
                waiting += chunk.sends() - sifted.droppedSends();
            }
        }
    }

    Map<Integer, Step> steps() {
        return steps;
    }

    /** Sends whose time has not come. */
    long waiting() {
        return waiting;
    }
}
