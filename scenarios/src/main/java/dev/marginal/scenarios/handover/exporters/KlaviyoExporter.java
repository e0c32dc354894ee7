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
import java.util.Map;
import java.util.Optional;

/**
 * Klaviyo's bulk jobs of events, on which a flow of the house sends: at most 1,000 events and 5 MB
 * a job. The event's {@code unique_id} is the send's idempotency key, of which Klaviyo keeps the
 * first, so that a job may arrive twice.
 */
final class KlaviyoExporter implements Exporter, Service {
    static final int EVENTS = 1_000;
    static final long BYTES = 5_000_000;
    private static final long ENVELOPE = 1_000;
    private static final int LONGEST_EVENT = 500;
    private static final String REVISION = "2024-10-15";

    @Override
    public String target() {
        return "klaviyo";
    }

    @Override
    public Limits limits(HandOverSettings settings) {
        return new Limits(EVENTS, BYTES - ENVELOPE, false, true);
    }

    /** The event's own bytes, a comma, and room for its name. */
    @Override
    public long bytes(PlanFacts plan, Send send) {
        return 1 + LONGEST_EVENT + JsonLines.bytes(json -> event(plan, "", send, json));
    }

    @Override
    public String fileName(PlanFacts plan, Chunk chunk) {
        return FileWords.numbered(plan, target(), chunk, ".json");
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonLines.write(out, json -> job(batch, json));
        }
    }

    private static void job(Batch batch, JsonGenerator json) throws IOException {
        json.writeStartObject();
        start("data", "event-bulk-create-job", json);
        json.writeObjectFieldStart("events-bulk-create");
        json.writeArrayFieldStart("data");
        for (Send send : batch.sends()) {
            event(batch.plan(), batch.settings().event(), send, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        end(json);
        json.writeEndObject();
    }

    private static void event(PlanFacts plan, String metric, Send send, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "event-bulk-create");
        json.writeObjectFieldStart("attributes");
        json.writeObjectFieldStart("profile");
        start("data", "profile", json);
        json.writeStringField("external_id", send.customer());
        end(json);
        json.writeEndObject();
        json.writeObjectFieldStart("events");
        json.writeArrayFieldStart("data");
        json.writeStartObject();
        json.writeStringField("type", "event");
        json.writeObjectFieldStart("attributes");
        attributes(plan, metric, send, json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void attributes(PlanFacts plan, String metric, Send send, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart("metric");
        start("data", "metric", json);
        json.writeStringField("name", metric);
        end(json);
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        JsonLines.plan(plan, send.offer(), json);
        json.writeStringField("channel", send.channel());
        JsonLines.send(send, json);
        json.writeEndObject();
        json.writeStringField("time", JsonLines.time(send.sendAt()));
        json.writeStringField("unique_id", send.idempotencyKey());
    }

    private static void start(String field, String type, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("type", type);
        json.writeObjectFieldStart("attributes");
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public Optional<Service> service() {
        return Optional.of(this);
    }

    @Override
    public String path(Batch batch) {
        return "/api/event-bulk-create-jobs";
    }

    @Override
    public Map<String, String> headers(String key) {
        return Map.of(
                "Content-Type",
                "application/vnd.api+json",
                "Accept",
                "application/vnd.api+json",
                "revision",
                REVISION,
                "Authorization",
                "Klaviyo-API-Key " + key);
    }

    @Override
    public boolean forgivesRepeats() {
        return true;
    }

    @Override
    public Duration keepsFor() {
        return Duration.ZERO;
    }

    /** Klaviyo takes 150 jobs a minute. */
    @Override
    public Duration pause() {
        return Duration.ofMillis(400);
    }
}
