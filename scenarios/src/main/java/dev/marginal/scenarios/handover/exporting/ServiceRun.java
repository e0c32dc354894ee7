package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Service;
import dev.marginal.scenarios.handover.outbox.Answer;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.HttpDelivery;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeMap;

/** Chunks become requests. */
final class ServiceRun extends Run {
    private final Service service;
    private final HttpDelivery http;
    private final Path folder;
    private boolean posted;

    ServiceRun(
            HandOverRequest request,
            Outbox outbox,
            Batches batches,
            Clock clock,
            Path folder,
            HttpDelivery http) {
        super(request, outbox, batches, clock);
        this.service = request.exporter().service().orElseThrow();
        this.folder = folder;
        this.http = http;
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
    boolean mustWait(Chunk chunk) {
        return !service.keepsTime()
                && !request().beforeTime()
                && chunk.sendAt().isPresent()
                && chunk.sendAt().get().isAfter(clock().instant());
    }

    @Override
    String deliver(Batches.Sifted sifted) throws IOException {
        Batch batch = sifted.batch();
        Path body = PrivateFiles.create(folder.resolve("body.part"));
        request().exporter().write(batch, body);
        pause();
        step(batch.chunk(), ChunkState.SENDING, sifted.dropped(), "");
        Answer answer =
                http.post(
                        service.path(batch),
                        service.headers(request().service().orElseThrow().key()),
                        body,
                        service.forgivesRepeats());
        Files.delete(body);
        return settle(sifted, answer);
    }

    private String settle(Batches.Sifted sifted, Answer answer) throws IOException {
        Chunk chunk = sifted.batch().chunk();
        switch (answer.fate()) {
            case ACCEPTED -> {
                step(chunk, ChunkState.SENT, sifted.dropped(), answer.words());
                return "";
            }
            case UNKNOWN -> {
                return "chunk %d may or may not have arrived: %s"
                        .formatted(chunk.number(), answer.words());
            }
            default -> {
                step(chunk, ChunkState.PENDING, new TreeMap<>(), answer.words());
                return "%s did not take chunk %d: %s"
                        .formatted(request().exporter().target(), chunk.number(), answer.words());
            }
        }
    }

    private void pause() {
        if (posted) {
            http.pause(service.pause());
        }
        posted = true;
    }
}
