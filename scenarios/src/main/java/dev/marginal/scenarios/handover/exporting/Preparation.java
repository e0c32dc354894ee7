package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.outbox.Outbox;
import dev.marginal.scenarios.handover.outbox.OutboxHeader;
import dev.marginal.scenarios.handover.outbox.Outboxes;
import dev.marginal.scenarios.handover.outbox.Step;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A plan that may be sent, cut for its target; nothing was written so far.
 *
 * @param campaign the campaign file as it stands today
 * @param order the sends in the order of the cut
 */
record Preparation(
        HandOverRequest request,
        HandedPlan plan,
        Clearance clearance,
        CampaignFile campaign,
        SendTable sends,
        int[] order,
        OutboxHeader header,
        Outboxes outboxes,
        AlreadySent already) {

    /** Checks and cuts a plan. */
    static Preparation of(HandOverRequest request, List<PlanStore> stores, TableReader reader) {
        HandedPlan plan = HandedPlan.read(request.plan());
        Clearance clearance = new Clearance(plan, stores);
        clearance.require();
        CampaignFile campaign = CampaignFileReader.read(plan.campaignFile());
        SendTable sends = SendTable.read(plan.folder(), reader);
        Cutter cutter = new Cutter(plan.facts(), sends, request.exporter(), request.settings());
        OutboxHeader header = header(request, plan, sends, cutter);
        new RequestCheck(request, plan, campaign, sends, header.chunks().size()).require();
        Outboxes outboxes = Outboxes.beside(plan.folder(), plan.facts().campaign(), header.date());
        return new Preparation(
                request,
                plan,
                clearance,
                campaign,
                sends,
                cutter.order(),
                header,
                outboxes,
                new AlreadySent(outboxes, reader));
    }

    /** Where the outbox is, or would be. */
    Path folder() {
        return outboxes.of(
                plan.folder().getFileName().toString(),
                request.exporter().target(),
                request.settings().channels());
    }

    Outbox open() throws IOException {
        return outboxes.open(folder(), header);
    }

    /** Refuses channels that another target has, unless both are to send them. */
    void requireNoOther() throws IOException {
        if (header.delivers() && !request.also()) {
            already.requireNoOther(folder(), header);
        }
    }

    Outcome outcome(Map<Integer, Step> latest) {
        return new Outcome(request, header.chunks(), latest, sends, order);
    }

    private static OutboxHeader header(
            HandOverRequest request, HandedPlan plan, SendTable sends, Cutter cutter) {
        PlanFacts facts = plan.facts();
        return new OutboxHeader(
                facts.plan(),
                facts.campaign(),
                facts.date().toString(),
                plan.folder().toString(),
                facts.fingerprint(),
                request.exporter().target(),
                request.exporter().delivers(),
                Arrays.stream(cutter.order()).mapToObj(sends::channel).distinct().sorted().toList(),
                SettingsWords.of(request.settings(), sends.offers().words(), destination(request)),
                cutter.chunks());
    }

    private static String destination(HandOverRequest request) {
        return request.service()
                .map(access -> access.url().toString())
                .orElseGet(() -> request.out().toAbsolutePath().normalize().toString());
    }
}
