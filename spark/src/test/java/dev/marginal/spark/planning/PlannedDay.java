package dev.marginal.spark.planning;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A day's plan, and what was known when it was made.
 *
 * @param log what had been sent
 * @param others what had been planned and is not in the log
 */
record PlannedDay(SpringHouse house, Path log, List<Path> others, Path plan) {
    /** What SQL answers of the plan's files and of those that it was made from, row by row. */
    List<Map<String, Object>> rows(String sql) {
        try (Database database = Database.over(house.folder())) {
            view(database, "sends", PlanTables.files(plan, "sends"));
            view(database, "not_sent", PlanTables.files(plan, "not_sent"));
            view(database, "scores", PlanTables.files(plan, "scores"));
            view(
                    database,
                    "known",
                    """
                    (select customer_id as customer, region, tenure, minutes, coalesce(tz, 'Asia/Singapore') as tz, coupon_ok,
                        customer_id in (from read_csv('suppressed.csv', header = true, all_varchar = true)) as suppressed
                    from read_parquet('audience/*.parquet') left join read_csv('people.csv', header = true, all_varchar = true) using (customer_id))""");
            database.run("create view earlier as " + earlier());
            database.run(
                    "create view messages as from earlier union all select customer, channel, send_at::timestamptz from sends");
            return database.rows(sql);
        }
    }

    /** The number that SQL answers. */
    double number(String sql) {
        return ((Number) rows(sql).get(0).values().iterator().next()).doubleValue();
    }

    private String earlier() {
        StringBuilder earlier = new StringBuilder();
        earlier.append(
                "select customer, channel, sent_at::timestamptz as moment from read_csv('%s', header = true, all_varchar = true)"
                        .formatted(log));
        for (Path other : others) {
            earlier.append(
                    " union all select customer, channel, send_at::timestamptz from "
                            + PlanTables.files(other, "sends"));
        }
        return earlier.toString();
    }

    private static void view(Database database, String name, String from) {
        database.run("create view %s as from %s".formatted(name, from));
    }
}
