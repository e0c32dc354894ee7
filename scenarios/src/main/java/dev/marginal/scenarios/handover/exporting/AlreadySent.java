package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.exporters.Exporters;
import dev.marginal.scenarios.handover.outbox.ChunkState;
import dev.marginal.scenarios.handover.outbox.OtherHandOver;
import dev.marginal.scenarios.handover.outbox.OutboxHeader;
import dev.marginal.scenarios.handover.outbox.Outboxes;
import dev.marginal.scenarios.handover.outbox.Step;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The sends that other hand-overs of the same campaign and date delivered: those of a plan that was
 * superseded after some of it was sent, and those of other targets.
 */
record AlreadySent(Outboxes outboxes, TableReader reader) {
    /** The reason why such a send is dropped. */
    static final String REASON = "already_sent";

    /**
     * Refuses channels that another target has of the very same plan.
     *
     * @throws OtherHandOver with the target
     */
    void requireNoOther(Path own, OutboxHeader header) throws IOException {
        for (Outboxes.Seen seen : outboxes.begun()) {
            List<String> both =
                    seen.header().channels().stream().filter(header.channels()::contains).toList();
            if (isOther(seen, own)
                    && seen.header().fingerprint().equals(header.fingerprint())
                    && !both.isEmpty()) {
                throw new OtherHandOver(header.plan(), seen.header().target(), both);
            }
        }
    }

    /** The decision ids that superseded plans of the same campaign and date delivered. */
    IdIndex bySupersededPlans(OutboxHeader header) throws IOException {
        IdColumn.Builder sent = new IdColumn.Builder("decision_id");
        for (Outboxes.Seen seen : outboxes.begun()) {
            OutboxHeader other = seen.header();
            if (other.delivers()
                    && other.campaign().equals(header.campaign())
                    && other.date().equals(header.date())
                    && !other.fingerprint().equals(header.fingerprint())) {
                add(seen, sent);
            }
        }
        return new IdIndex(sent.build());
    }

    private static boolean isOther(Outboxes.Seen seen, Path own) {
        return seen.header().delivers()
                && !seen.folder()
                        .toAbsolutePath()
                        .normalize()
                        .equals(own.toAbsolutePath().normalize());
    }

    private void add(Outboxes.Seen seen, IdColumn.Builder sent) {
        OutboxHeader other = seen.header();
        HandedPlan plan = HandedPlan.read(Path.of(other.folder()));
        SendTable sends = SendTable.read(plan.folder(), reader);
        int[] order =
                new Cutter(
                                plan.facts(),
                                sends,
                                Exporters.of(other.target()),
                                SettingsWords.cut(other.settings()))
                        .order();
        for (Chunk chunk : other.chunks()) {
            Step step = seen.latest().get(chunk.number());
            if (step == null || step.state() == ChunkState.PENDING) {
                continue;
            }
            String[] dropped = step.reasons(chunk.sends());
            for (int place = 0; place < chunk.sends(); place++) {
                if (dropped[place] == null) {
                    sent.add(sends.decisions().id(order[chunk.first() + place]));
                }
            }
        }
    }
}
