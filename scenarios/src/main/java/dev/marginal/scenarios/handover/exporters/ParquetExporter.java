package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Limits;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@link CsvExporter} as one Parquet file. */
final class ParquetExporter implements Exporter {
    private static final int MICRO_DIGITS = 6;

    @Override
    public String target() {
        return "parquet";
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
        return FileWords.safe(plan.plan()) + ".parquet";
    }

    @Override
    public void write(Batch batch, Path file) throws IOException {
        Path named = file.resolveSibling(file.getFileName() + ".parquet");
        TableFiles.write(table(batch), named);
        Files.move(named, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Table table(Batch batch) {
        PlanFacts plan = batch.plan();
        IdColumn.Builder decision = new IdColumn.Builder("decision_id");
        IdColumn.Builder customer = new IdColumn.Builder("user_id");
        WordsColumn channel = new WordsColumn("channel", batch.size());
        WordsColumn offer = new WordsColumn("offer_id", batch.size());
        WordsColumn sendAt = new WordsColumn("send_at", batch.size());
        WordsColumn zone = new WordsColumn("timezone", batch.size());
        WordsColumn expiresAt = new WordsColumn("expires_at", batch.size());
        float[] uplift = new float[batch.size()];
        long[] cost = new long[batch.size()];
        long[] value = new long[batch.size()];
        float[] orders = new float[batch.size()];
        double[] propensity = new double[batch.size()];
        int row = 0;
        for (Send send : batch.sends()) {
            decision.add(send.decisionId());
            customer.add(send.customer());
            channel.set(row, send.channel());
            offer.set(row, send.offer());
            sendAt.set(row, JsonLines.time(send.sendAt()));
            zone.set(row, send.timeZone().map(ZoneId::getId));
            expiresAt.set(row, JsonLines.time(send.expiresAt()));
            uplift[row] = send.uplift();
            cost[row] = micros(send.cost());
            value[row] = micros(send.value());
            orders[row] = send.orderProbability();
            propensity[row++] = send.propensity();
        }
        IdColumn decisions = decision.build();
        List<Column> columns = new ArrayList<>();
        columns.add(WordsColumn.same("plan_id", plan.plan(), batch.size()));
        columns.add(WordsColumn.same("plan_date", plan.date().toString(), batch.size()));
        columns.add(decisions);
        columns.add(decisions.named("idempotency_key"));
        columns.add(customer.build());
        columns.add(channel.build());
        columns.add(WordsColumn.same("campaign_id", plan.campaign(), batch.size()));
        columns.add(offer.build());
        columns.add(sendAt.build());
        columns.add(zone.build());
        columns.add(expiresAt.build());
        columns.add(new NumberColumn("exp_incremental_gmv", uplift));
        columns.add(new MoneyColumn("exp_cost", cost));
        columns.add(new MoneyColumn("exp_value", value));
        columns.add(new NumberColumn("order_probability", orders));
        columns.add(new AmountColumn("propensity", propensity));
        return new Table("sends", batch.size(), columns);
    }

    private static long micros(BigDecimal money) {
        return money.movePointRight(MICRO_DIGITS).longValueExact();
    }
}
