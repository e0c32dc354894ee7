package dev.marginal.examples;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A week's reports, plan folders and people as DuckDB tables, read with nothing of the planner's.
 *
 * <ul>
 *   <li>{@code people}: customer_id, zone, email, email_ok, push_ok
 *   <li>{@code planned}: every row of every sends.csv, with its campaign and date
 *   <li>{@code left_out}: every row of every not_sent.csv
 *   <li>{@code told}: what the reports say last of each decision
 *   <li>{@code contacts}: what left or bounced, and what is planned and not reported yet
 * </ul>
 */
final class WeekFacts implements AutoCloseable {
    private final Database database;

    WeekFacts(DailyWeek week) {
        database = Database.over(week.home);
        database.run("set TimeZone = 'UTC'");
        database.run(
                """
                create table people as select customer_id, coalesce(tz, 'Asia/Singapore') as zone,
                    email, email_ok = 'yes' as email_ok, push_ok = 'yes' as push_ok
                from read_csv('%s', header = true, all_varchar = true)"""
                        .formatted(week.house().resolve("people.csv")));
        database.run("create table planned as " + rows(week.store(), "sends.csv"));
        database.run("create table left_out as " + rows(week.store(), "not_sent.csv"));
        database.run(
                """
                create table told as select * from read_csv('%s', header = true, all_varchar = true)
                qualify row_number() over (partition by decision_id order by status_at::timestamptz desc) = 1"""
                        .formatted(week.home.resolve("report-*.csv")));
        database.run(
                """
                create table contacts as
                select customer, channel, tags, sent_at::timestamptz as sent, zone
                from told join people on customer = customer_id where status <> 'failed'
                union all
                select customer, channel, if(campaign = 'vouchers', 'promo', ''), send_at::timestamptz, zone
                from planned join people on customer = customer_id
                where date = (select max(date) from planned)
                and decision_id not in (select decision_id from told)""");
    }

    /** The rows of a query. */
    List<Map<String, Object>> rows(String sql) {
        return database.rows(sql);
    }

    /** The one number of a query. */
    double number(String sql) {
        return ((Number) database.rows(sql).get(0).values().iterator().next()).doubleValue();
    }

    @Override
    public void close() {
        database.close();
    }

    private static String rows(Path store, String file) {
        return """
               select *, regexp_extract(filename, '(\\w+)-\\d{4}-\\d\\d-\\d\\d/', 1) as campaign,
                   regexp_extract(filename, '(\\d{4}-\\d\\d-\\d\\d)/', 1)::date as date
               from read_csv('%s/*/%s', header = true, all_varchar = true, filename = true)"""
                .formatted(store, file);
    }
}
