package dev.marginal.scenarios.handover.exporters;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Limits;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import dev.marginal.scenarios.handover.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers of Braze's API campaigns: one request a line, at most 50 recipients each, never a
 * broadcast. Sends whose time lies ahead are scheduled for it.
 *
 * <p>Braze knows no idempotency key for these requests, so a request of unknown fate must not be
 * repeated unasked.
 */
final class BrazeExporter implements Exporter, Service {
    static final int RECIPIENTS = 50;
    private static final int REQUESTS_PER_FILE = 1_000;

    @Override
    public String target() {
        return "braze";
    }

    @Override
    public Limits limits(HandOverSettings settings) {
        int requests = settings.overHttp() ? 1 : REQUESTS_PER_FILE;
        return new Limits(requests * RECIPIENTS, Long.MAX_VALUE, true, true);
    }

    @Override
    public List<String> lacks(HandOverSettings settings, Collection<String> offers) {
        return CampaignIds.lacking(settings, offers, "Braze's API-triggered campaign");
    }

    @Override
    public String fileName(PlanFacts plan, Chunk chunk) {
        return FileWords.numbered(plan, target(), chunk, ".schedule.jsonl");
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        Iterator<Send> sends = batch.sends().iterator();
        try (OutputStream out = Files.newOutputStream(file)) {
            while (sends.hasNext()) {
                JsonLines.write(out, json -> request(batch, sends, json));
            }
        }
    }

    private static void request(Batch batch, Iterator<Send> sends, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("campaign_id", batch.settings().campaignOf(batch.chunk().offer()));
        json.writeBooleanField("broadcast", false);
        json.writeObjectFieldStart("trigger_properties");
        JsonLines.plan(batch.plan(), batch.chunk().offer(), json);
        json.writeEndObject();
        json.writeArrayFieldStart("recipients");
        for (int i = 0; i < RECIPIENTS && sends.hasNext(); i++) {
            recipient(sends.next(), json);
        }
        json.writeEndArray();
        if (batch.isAhead()) {
            json.writeObjectFieldStart("schedule");
            json.writeStringField("time", batch.chunk().sendAt().orElseThrow().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void recipient(Send send, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("external_user_id", send.customer());
        json.writeBooleanField("send_to_existing_only", true);
        json.writeObjectFieldStart("trigger_properties");
        JsonLines.send(send, json);
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public Optional<Service> service() {
        return Optional.of(this);
    }

    @Override
    public String path(Batch batch) {
        return batch.isAhead() ? "/campaigns/trigger/schedule/create" : "/campaigns/trigger/send";
    }

    @Override
    public Map<String, String> headers(String key) {
        return Map.of("Content-Type", "application/json", "Authorization", "Bearer " + key);
    }

    @Override
    public boolean forgivesRepeats() {
        return false;
    }

    /** Braze schedules 90 days ahead at most. */
    @Override
    public Duration keepsFor() {
        return Duration.ofDays(90);
    }

    /** Braze takes 250,000 requests an hour, about 70 a second, from all of a company together. */
    @Override
    public Duration pause() {
        return Duration.ofMillis(20);
    }
}
