package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an outbox says of every send. */
record Outcome(HandOverRequest request, Outbox outbox, SendTable sends, int[] order) {

    /**
     * Writes {@code log.csv}: a row of the send log for each send that was attempted, or dropped.
     */
    void writeLog(CampaignFile campaign, Path folder) throws IOException {
        Map<String, CampaignOffer> offers =
                campaign.offers().stream()
                        .collect(Collectors.toMap(one -> one.offer().id(), Function.identity()));
        try (LogFile log = new LogFile(folder.resolve("log.csv"), campaign.campaign(), offers)) {
            for (Chunk chunk : outbox.header().chunks()) {
                Step step = outbox.latest(chunk);
                if (step.state() != ChunkState.PENDING) {
                    write(chunk, step.reasons(chunk.sends()), log);
                }
            }
        }
    }

    private void write(Chunk chunk, String[] dropped, LogFile log) throws IOException {
        for (int place = 0; place < dropped.length; place++) {
            if (!AlreadySent.REASON.equals(dropped[place])) {
                log.add(sends, order[chunk.first() + place], status(dropped[place]));
            }
        }
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
        List<String> files = new ArrayList<>();
        long handedOver = 0;
        long unknownSends = 0;
        long pending = 0;
        for (Chunk chunk : outbox.header().chunks()) {
            Step step = outbox.latest(chunk);
            long left = chunk.sends() - step.droppedSends();
            step.dropped()
                    .forEach((reason, all) -> dropped.merge(reason, (long) all.length, Long::sum));
            switch (step.state()) {
                case PENDING -> pending += left;
                case SENDING -> {
                    unknown.add(chunk.number());
                    unknownSends += left;
                }
                default -> handedOver += left;
            }
            if (request.service().isEmpty() && step.state() == ChunkState.SENT && left > 0) {
                files.add(request.exporter().fileName(plan, chunk));
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
                outbox.header().chunks().size(),
                failure,
                recipients.asked(),
                recipients.inputs(),
                files,
                request.out());
    }
}
