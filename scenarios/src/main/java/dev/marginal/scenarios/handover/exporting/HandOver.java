package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.outbox.HttpDelivery;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.Step;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Hands plans over: each send once, and only to those who may be sent to at that moment.
 *
 * <p>A run that was killed, refused or came too early is gone on with by the next one; what was
 * delivered is not delivered again. Where the target cannot tell a repeated chunk from a new one, a
 * chunk that was on its way when a run died is reported as of unknown fate and left alone.
 *
 * @param stores that say which plan of a day is published; a plan of which none knows is audited
 */
public record HandOver(
        TableReader reader,
        Clock clock,
        Waiting waiting,
        List<PlanStore> stores,
        Progress progress) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public HandOver {
        stores = List.copyOf(stores);
    }

    /**
     * Hands over what is left to hand over.
     *
     * @throws dev.marginal.tables.BadInput if the plan or the settings cannot be used
     * @throws NotForSending for a backfill
     * @throws NotAudited if the plan's files do not bear out what it promises
     * @throws dev.marginal.scenarios.store.PlanInTheWay if the plan is not the published one
     * @throws dev.marginal.scenarios.handover.outbox.OutboxInUse if another process is at it
     * @throws dev.marginal.scenarios.handover.outbox.OtherHandOver if something left already, in
     *     another way
     */
    public HandOverReport run(HandOverRequest request) {
        try {
            Preparation prepared = prepare(request);
            try (Outbox outbox = prepared.open()) {
                return run(prepared, outbox);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Tells what {@link #run} would do now, and does nothing: what would be handed over counts as
     * open.
     */
    public HandOverReport preview(HandOverRequest request) {
        try {
            Preparation prepared = prepare(request);
            Batches batches = batches(prepared);
            Map<Integer, Step> latest = Outbox.look(prepared.folder(), prepared.header());
            Preview preview = new Preview(prepared, batches, latest, clock.instant());
            return prepared.outcome(preview.steps())
                    .report(prepared.plan().facts(), batches.recipients(), "", preview.waiting());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Preparation prepare(HandOverRequest request) throws IOException {
        progress.begins("Checking %s".formatted(request.plan()));
        return Preparation.of(request, stores, reader);
    }

    private HandOverReport run(Preparation prepared, Outbox outbox) throws IOException {
        HandOverRequest request = prepared.request();
        Batches batches = batches(prepared);
        progress.begins("Handing over to %s".formatted(request.exporter().target()));
        Run run =
                request.service().isPresent()
                        ? service(prepared, outbox, batches)
                        : new FileRun(request, outbox, batches, clock);
        String failure =
                run.all(
                        prepared.header().chunks(),
                        prepared.clearance()::requireStillPublished,
                        progress);
        Outcome outcome = prepared.outcome(outbox.latest());
        outcome.write(prepared.campaign(), request.out());
        HandOverReport report =
                outcome.report(
                        prepared.plan().facts(), batches.recipients(), failure, run.waiting());
        ReportFile.write(report);
        return report;
    }

    /** Reads who may be sent to now. */
    private Batches batches(Preparation prepared) throws IOException {
        prepared.requireNoOther();
        progress.begins("Asking consent, suppression lists and addresses");
        HandOverRequest request = prepared.request();
        Recipients recipients =
                Recipients.read(
                        prepared.sends(),
                        request.exporter(),
                        request.settings(),
                        prepared.campaign().daily().contacts(),
                        reader);
        return new Batches(
                prepared.plan().facts(),
                prepared.sends(),
                prepared.order(),
                recipients,
                prepared.already().bySupersededPlans(prepared.header()));
    }

    private ServiceRun service(Preparation prepared, Outbox outbox, Batches batches) {
        HandOverRequest.ServiceAccess access = prepared.request().service().orElseThrow();
        HttpDelivery http = new HttpDelivery(access.url(), access.key(), PATIENCE, clock);
        return new ServiceRun(
                prepared.request(), outbox, batches, clock, waiting, http, prepared.folder());
    }
}
