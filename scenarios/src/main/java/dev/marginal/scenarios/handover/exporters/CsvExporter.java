package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Limits;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** One CSV file with all that is known of every send. */
final class CsvExporter implements Exporter {
    static final List<String> COLUMNS =
            List.of(
                    "plan_id",
                    "plan_date",
                    "decision_id",
                    "idempotency_key",
                    "user_id",
                    "channel",
                    "campaign_id",
                    "offer_id",
                    "send_at",
                    "timezone",
                    "expires_at",
                    "exp_incremental_gmv",
                    "exp_cost",
                    "exp_value",
                    "order_probability",
                    "propensity");

    @Override
    public String target() {
        return "csv";
    }

    @Override
    public boolean delivers() {
        return false;
    }

    @Override
    public Limits limits(HandOverSettings settings) {
        return Limits.NONE;
    }

    @Override
    public String fileName(PlanFacts plan, Chunk chunk) {
        return FileWords.safe(plan.plan()) + ".csv";
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        try (CsvText csv = new CsvText(file, batch.settings().spreadsheetSafe())) {
            csv.header(COLUMNS);
            for (Send send : batch.sends()) {
                write(batch.plan(), send, csv);
            }
        }
    }

    private static void write(PlanFacts plan, Send send, CsvText csv) throws IOException {
        csv.text(plan.plan());
        csv.text(plan.date().toString());
        csv.text(send.decisionId());
        csv.text(send.idempotencyKey());
        csv.text(send.customer());
        csv.text(send.channel());
        csv.text(plan.campaign());
        csv.text(send.offer());
        csv.time(send.sendAt());
        csv.text(send.timeZone().map(ZoneId::getId).orElse(""));
        csv.time(send.expiresAt());
        csv.number(plain(send.uplift()));
        csv.number(send.cost().toPlainString());
        csv.number(send.value().toPlainString());
        csv.number(plain(send.orderProbability()));
        csv.number(BigDecimal.valueOf(send.propensity()).toPlainString());
        csv.end();
    }

    private static String plain(float number) {
        return new BigDecimal(Float.toString(number)).toPlainString();
    }
}
