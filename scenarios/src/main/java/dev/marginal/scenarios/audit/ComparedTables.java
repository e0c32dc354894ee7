package dev.marginal.scenarios.audit;

import dev.marginal.scenarios.audit.PlanDifference.Segment;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Both plans' tables in one database: {@code sends_before}, {@code book_before}, {@code
 * scores_before}, {@code customers_before}, {@code not_sent_before}, and the same with {@code
 * _now}.
 */
record ComparedTables(Database database, FoundPlan before, FoundPlan now) {
    private static final int MOST_WORDS = 12;

    void load() {
        load(before, "before");
        load(now, "now");
    }

    private void load(FoundPlan plan, String side) {
        new AuditTables(database, plan.words()).loadAll(plan.folder(), plan.campaignFolder());
        for (String table : List.of("sends", "book", "scores", "customers")) {
            database.run("alter table %1$s rename to %1$s_%2$s".formatted(table, side));
        }
        Path file = plan.folder().resolve("not_sent.csv").toAbsolutePath();
        database.run(
                "create table not_sent_%s as select customer, offer, reason from read_csv(%s, header = true, all_varchar = true)"
                        .formatted(side, Database.quote(file.toString())));
    }

    /** Sends by channel and word, where they differ; none where the audience is gone. */
    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Path home = now.campaignFolder();
        if (!Files.isDirectory(home)) {
            return segments;
        }
        String id = now.words().audienceCustomer();
        try {
            database.run(
                    "create table audience as select * from "
                            + new AuditTables(database, now.words()).audience(now.folder(), home));
        } catch (IllegalStateException gone) {
            return segments;
        }
        for (Map<String, Object> column : database.rows("describe audience")) {
            String name = column.get("column_name").toString();
            boolean text = column.get("column_type").toString().equals("VARCHAR");
            if (text && !name.equals(id) && words(name) <= MOST_WORDS) {
                segments.addAll(segments(name, id));
            }
        }
        return segments;
    }

    private long words(String column) {
        return Queries.count(
                database,
                "select count(distinct %s) from audience".formatted(Database.identifier(column)));
    }

    private List<Segment> segments(String column, String id) {
        String sql =
                """
                select channel, word, sum(before)::bigint as before, sum(now)::bigint as now from (
                    select channel, customer, 1 as before, 0 as now from sends_before
                    union all select channel, customer, 0, 1 from sends_now) sends
                join (select %s::varchar as customer, coalesce(%s, '') as word from audience) a using (customer)
                group by channel, word having sum(before) <> sum(now) order by channel, word"""
                        .formatted(Database.identifier(id), Database.identifier(column));
        return database.rows(sql).stream()
                .map(
                        row ->
                                new Segment(
                                        row.get("channel").toString(),
                                        column,
                                        row.get("word").toString(),
                                        ((Number) row.get("before")).longValue(),
                                        ((Number) row.get("now")).longValue()))
                .toList();
    }
}
