package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.FileDelivery;
import dev.marginal.scenarios.handover.outbox.Outbox;
import java.io.IOException;
import java.time.Clock;

/** Chunks become files. */
final class FileRun extends Run {
    private final Batches batches;
    private final FileDelivery files;

    FileRun(HandOverRequest request, Outbox outbox, Batches batches, Clock clock) {
        super(request, outbox, batches, clock);
        this.batches = batches;
        this.files = new FileDelivery(request.out());
    }

    /** The file is written and only had to be renamed, or was. */
    @Override
    boolean goesOnWith(Chunk chunk) throws IOException {
        files.deliver(name(chunk));
        step(chunk, ChunkState.SENT, outbox().latest(chunk).dropped(), "");
        return false;
    }

    @Override
    String deliver(Batches.Sifted sifted) throws IOException {
        Batch batch = sifted.batch();
        String name = name(batch.chunk());
        request().exporter().write(batch, files.part(name));
        if (request().exporter().delivers()) {
            files.requireFree(name);
        }
        files.finish(name);
        step(batch.chunk(), ChunkState.SENDING, sifted.dropped(), "");
        files.deliver(name);
        step(batch.chunk(), ChunkState.SENT, sifted.dropped(), "");
        return "";
    }

    private String name(Chunk chunk) {
        return request().exporter().fileName(batches.plan(), chunk);
    }
}
