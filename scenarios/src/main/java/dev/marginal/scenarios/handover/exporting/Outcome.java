package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Service;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of every send.
 *
 * @param latest the last step of each chunk that has one
 */
record Outcome(
        HandOverRequest request,
        List<Chunk> chunks,
        Map<Integer, Step> latest,
        SendTable sends,
        int[] order) {

    /** Writes {@code log.csv} and {@code left_out.csv}. */
    void write(CampaignFile campaign, Path folder) throws IOException {
        try (LogFile log = new LogFile(folder, sends, campaign);
                LeftOutFile leftOut = new LeftOutFile(folder, sends)) {
            for (Chunk chunk : chunks) {
                Step step = latest(chunk);
                if (step.state() != ChunkState.PENDING) {
                    write(chunk, step, log, leftOut);
                }
            }
        }
    }

    private void write(Chunk chunk, Step step, LogFile log, LeftOutFile leftOut)
            throws IOException {
        String[] dropped = step.reasons(chunk.sends());
        Optional<Instant> arrived = arrived(step);
        for (int place = 0; place < dropped.length; place++) {
            int send = order[chunk.first() + place];
            if (dropped[place] != null) {
                leftOut.add(send, dropped[place]);
            }
            if (!AlreadySent.REASON.equals(dropped[place])) {
                log.add(
                        send,
                        status(dropped[place]),
                        dropped[place] == null ? arrived : Optional.empty());
            }
        }
    }

    private Optional<Instant> arrived(Step step) {
        return request.service().isPresent() ? Optional.of(step.at()) : Optional.empty();
    }

    private static SendStatus status(String dropped) {
        if (dropped == null) {
            return SendStatus.ATTEMPTED;
        }
        return dropped.equals(SendStatus.EXPIRED.word())
                ? SendStatus.EXPIRED
                : SendStatus.CANCELLED;
    }

    HandOverReport report(PlanFacts plan, Recipients recipients, String failure, long waiting) {
        SortedMap<String, Long> dropped = new TreeMap<>();
        List<Integer> unknown = new ArrayList<>();
        List<HandOverReport.Complaint> complaints = new ArrayList<>();
        List<String> files = new ArrayList<>();
        long handedOver = 0;
        long unknownSends = 0;
        long pending = 0;
        for (Chunk chunk : chunks) {
            Step step = latest(chunk);
            long left = chunk.sends() - step.droppedSends();
            step.dropped()
                    .forEach((reason, all) -> dropped.merge(reason, (long) all.length, Long::sum));
            if (step.state() == ChunkState.SENDING && !isForgiven()) {
                unknown.add(chunk.number());
                unknownSends += left;
            } else if (!step.state().isDone()) {
                pending += left;
            } else {
                handedOver += left;
                file(plan, chunk, left).ifPresent(files::add);
                complaint(chunk, step).ifPresent(complaints::add);
            }
        }
        return new HandOverReport(
                plan.plan(),
                request.exporter().target(),
                handedOver,
                dropped,
                waiting,
                pending - waiting,
                unknown,
                unknownSends,
                complaints,
                chunks.size(),
                failure,
                recipients.asked(),
                recipients.inputs(),
                files,
                request.out());
    }

    private Step latest(Chunk chunk) {
        return latest.getOrDefault(chunk.number(), Step.none(chunk.number()));
    }

    /** Whether a chunk of unknown fate is simply sent again. */
    private boolean isForgiven() {
        return request.service().isEmpty()
                || request.exporter().service().map(Service::forgivesRepeats).orElse(true);
    }

    private Optional<String> file(PlanFacts plan, Chunk chunk, long left) {
        return request.service().isEmpty() && left > 0
                ? Optional.of(request.exporter().fileName(plan, chunk))
                : Optional.empty();
    }

    private static Optional<HandOverReport.Complaint> complaint(Chunk chunk, Step step) {
        return step.state() == ChunkState.PARTLY
                ? Optional.of(new HandOverReport.Complaint(chunk.number(), step.note()))
                : Optional.empty();
    }
}
