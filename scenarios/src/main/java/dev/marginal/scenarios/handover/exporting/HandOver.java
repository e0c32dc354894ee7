package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.outbox.HttpDelivery;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.OutboxHeader;
import dev.marginal.scenarios.handover.outbox.Outboxes;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Hands plans over: each send once, and only to those who may be sent to at that moment.
 *
 * <p>A run that was killed, refused or came too early is gone on with by the next one; what was
 * delivered is not delivered again. Where the target cannot tell a repeated chunk from a new one, a
 * chunk that was on its way when a run died is reported as of unknown fate and left alone.
 *
 * @param store that says which plan of a day is published; without one, a plan folder is audited
 */
public record HandOver(
        TableReader reader, Clock clock, Waiting waiting, Optional<PlanStore> store) {
    /**
     * Hands over what is left to hand over.
     *
     * @throws dev.marginal.tables.BadInput if the plan or the settings cannot be used
     * @throws NotForSending for a backfill
     * @throws NotAudited if the plan's files do not bear out what it promises
     * @throws dev.marginal.scenarios.store.PlanInTheWay if the plan was superseded
     */
    public HandOverReport run(HandOverRequest request) {
        HandedPlan plan = HandedPlan.read(request.plan());
        Clearance clearance = new Clearance(plan, store);
        clearance.require();
        CampaignFile campaign = CampaignFileReader.read(plan.campaignFile());
        SendTable sends = SendTable.read(plan.folder(), reader);
        Optional<ContactsFile> contacts = campaign.daily().contacts();
        new RequestCheck(request, sends, contacts).require();
        try {
            return run(request, plan, campaign, sends, clearance);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HandOverReport run(
            HandOverRequest request,
            HandedPlan plan,
            CampaignFile campaign,
            SendTable sends,
            Clearance clearance)
            throws IOException {
        Cutter cutter = new Cutter(plan.facts(), sends, request.exporter(), request.settings());
        OutboxHeader header = header(request, plan, sends, cutter);
        Outboxes outboxes = Outboxes.beside(plan.folder());
        Path folder =
                outboxes.of(
                        plan.folder().getFileName().toString(),
                        request.exporter().target(),
                        request.settings().channels());
        AlreadySent already = new AlreadySent(outboxes, reader);
        if (request.exporter().delivers() && !request.also()) {
            already.requireNoOther(folder, header);
        }
        IdIndex sentBefore = already.bySupersededPlans(header);
        try (Outbox outbox = Outbox.open(folder, header)) {
            Recipients recipients =
                    Recipients.read(
                            sends,
                            request.exporter(),
                            request.settings(),
                            campaign.daily().contacts(),
                            reader);
            Batches batches =
                    new Batches(plan.facts(), sends, cutter.order(), recipients, sentBefore);
            Run run =
                    request.service().isPresent()
                            ? new ServiceRun(request, outbox, batches, clock, folder, http(request))
                            : new FileRun(request, outbox, batches, clock);
            String failure = run.all(header.chunks(), clearance::requireStillPublished);
            Outcome outcome = new Outcome(request, outbox, sends, cutter.order());
            outcome.writeLog(campaign, request.out());
            HandOverReport report =
                    outcome.report(plan.facts(), recipients, failure, run.waiting());
            ReportFile.write(report);
            return report;
        }
    }

    private HttpDelivery http(HandOverRequest request) {
        return new HttpDelivery(request.service().orElseThrow().url(), waiting);
    }

    private static OutboxHeader header(
            HandOverRequest request, HandedPlan plan, SendTable sends, Cutter cutter) {
        HandOverSettings settings = request.settings();
        List<Chunk> chunks = cutter.chunks();
        return new OutboxHeader(
                plan.facts().plan(),
                plan.facts().campaign(),
                plan.facts().date().toString(),
                plan.folder().toString(),
                plan.facts().fingerprint(),
                request.exporter().target(),
                request.exporter().delivers(),
                Arrays.stream(cutter.order()).mapToObj(sends::channel).distinct().sorted().toList(),
                SettingsWords.of(settings, destination(request)),
                chunks);
    }

    private static String destination(HandOverRequest request) {
        return request.service()
                .map(access -> access.url().toString())
                .orElseGet(() -> request.out().toAbsolutePath().normalize().toString());
    }
}
