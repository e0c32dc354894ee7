package dev.marginal.scenarios.handover.exporters;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * CSV for listmonk's import of subscribers: e-mail, name (which Marginal does not know), and
 * attributes as JSON, under {@code marginal}.
 */
final class ListmonkExporter extends EmailFiles {
    @Override
    public String target() {
        return "listmonk";
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        try (CsvText csv = new CsvText(file, batch.settings().spreadsheetSafe())) {
            csv.header(List.of("email", "name", "attributes"));
            for (Send send : batch.sends()) {
                csv.text(send.address().orElseThrow().strip());
                csv.text("");
                csv.text(attributes(batch.plan(), send));
                csv.end();
            }
        }
    }

    private static String attributes(PlanFacts plan, Send send) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines.write(bytes, json -> attributes(plan, send, json));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private static void attributes(PlanFacts plan, Send send, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("marginal");
        JsonLines.plan(plan, send.offer(), json);
        JsonLines.send(send, json);
        json.writeEndObject();
        json.writeEndObject();
    }
}
