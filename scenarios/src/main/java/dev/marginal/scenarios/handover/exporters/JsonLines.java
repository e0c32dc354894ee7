package dev.marginal.scenarios.handover.exporters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Writes JSON, a document a line, and what all targets say of a plan and a send. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /** What writes one document. */
    interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    static void write(OutputStream out, Document document) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            document.write(json);
            json.writeRaw('\n');
        }
    }

    /** How many bytes a document takes. */
    static long bytes(Document document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            write(out, document);
            return out.size();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void plan(PlanFacts plan, String offer, JsonGenerator json) throws IOException {
        json.writeStringField("plan_id", plan.plan());
        json.writeStringField("plan_date", plan.date().toString());
        json.writeStringField("campaign", plan.campaign());
        json.writeStringField("offer", offer);
    }

    static void send(Send send, JsonGenerator json) throws IOException {
        json.writeStringField("decision_id", send.decisionId());
        json.writeStringField("send_at", time(send.sendAt()));
        json.writeStringField("expires_at", time(send.expiresAt()));
    }

    static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
