package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * CSV for Mautic's import of contacts: few thousand rows a file, tags joined by {@code |}, times as
 * {@code YYYY-MM-DD hh:mm:ss} in UTC. Mautic knows contacts by e-mail, so a file that is imported
 * twice changes nothing the second time.
 */
final class MauticExporter extends EmailFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Override
    public String target() {
        return "mautic";
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        try (CsvText csv = new CsvText(file, batch.settings().spreadsheetSafe())) {
            csv.header(
                    List.of(
                            "email",
                            "tags",
                            "marginal_offer",
                            "marginal_send_at",
                            "marginal_expires_at",
                            "marginal_decision_id"));
            for (Send send : batch.sends()) {
                write(batch.plan(), send, csv);
            }
        }
    }

    private static void write(PlanFacts plan, Send send, CsvText csv) throws IOException {
        csv.text(send.address().orElseThrow().strip());
        csv.text(tag(plan.plan()) + "|" + tag(plan.plan() + ":" + send.offer()));
        csv.text(send.offer());
        csv.text(time(send.sendAt()));
        csv.text(time(send.expiresAt()));
        csv.text(send.decisionId());
        csv.end();
    }

    /** A tag that begins with a minus would be taken away. */
    private static String tag(String words) {
        return words.replace('|', '_').replaceAll("^-", "_");
    }

    private static String time(OffsetDateTime time) {
        return TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
