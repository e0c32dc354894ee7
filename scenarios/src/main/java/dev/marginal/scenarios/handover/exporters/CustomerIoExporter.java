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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers of Customer.io's API broadcasts: at most 10,000 recipients and 25 MB each. Customer.io
 * sends at once and knows no idempotency key.
 */
final class CustomerIoExporter implements Exporter, Service {
    static final int RECIPIENTS = 10_000;
    static final long BYTES = 25_000_000;
    private static final long ENVELOPE = 20_000;

    @Override
    public String target() {
        return "customerio";
    }

    @Override
    public Limits limits(HandOverSettings settings) {
        return new Limits(RECIPIENTS, BYTES - ENVELOPE, true, true);
    }

    @Override
    public long bytes(PlanFacts plan, Send send) {
        return 1 + JsonLines.bytes(json -> recipient(send, json));
    }

    @Override
    public List<String> lacks(HandOverSettings settings, Collection<String> offers) {
        return CampaignIds.lacking(settings, offers, "Customer.io's API-triggered broadcast");
    }

    @Override
    public String fileName(PlanFacts plan, Chunk chunk) {
        return FileWords.numbered(plan, target(), chunk, ".json");
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonLines.write(out, json -> trigger(batch, json));
        }
    }

    private static void trigger(Batch batch, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        JsonLines.plan(batch.plan(), batch.chunk().offer(), json);
        json.writeEndObject();
        json.writeArrayFieldStart("per_user_data");
        for (Send send : batch.sends()) {
            recipient(send, json);
        }
        json.writeEndArray();
        json.writeBooleanField("id_ignore_missing", true);
        json.writeEndObject();
    }

    private static void recipient(Send send, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", send.customer());
        json.writeObjectFieldStart("data");
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
        String campaign = batch.settings().campaignOf(batch.chunk().offer());
        return "/v1/campaigns/%s/triggers"
                .formatted(URLEncoder.encode(campaign, StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> headers(String key) {
        return Map.of("Content-Type", "application/json", "Authorization", "Bearer " + key);
    }

    @Override
    public boolean forgivesRepeats() {
        return false;
    }

    @Override
    public Duration keepsFor() {
        return Duration.ZERO;
    }

    /** Customer.io takes one trigger in ten seconds. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }
}
