package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;

/**
 * The log of purchases in the audit's own reading: table {@code histories} of all who had bought by
 * the plan's eve, with {@code x} repeat purchase days, {@code recency} and {@code age} in days, and
 * {@code repeat_micros} and {@code micros}, what they spent on repeat purchases and in all.
 */
record LogHistories(Database database, CampaignWords words, Path campaignFolder) {
    void create(String asOf) {
        JsonNode keys = words.of("lifecycle").path("purchases");
        boolean netted = keys.path("refunds").asText().equals("netted");
        database.run(
                """
                create table histories as
                with lines as (
                    select %1$s as customer,
                        coalesce(date_diff('day', date '1970-01-01', try_cast(left(%2$s, 10) as date)), try_cast(try_cast(%2$s as double) as bigint)) as day,
                        cast(round(cast(%3$s as double) * 1000000) as bigint) as micros
                    from %4$s where %1$s is not null),
                bought as (
                    select customer, day, cast(sum(micros) as bigint) as micros from lines
                    where day <= date_diff('day', date '1970-01-01', date %5$s) and %6$s
                    group by customer, day %7$s)
                select customer,
                    count(*) - 1 as x,
                    cast(max(day) - min(day) as bigint) as recency,
                    cast(date_diff('day', date '1970-01-01', date %5$s) - min(day) as bigint) as age,
                    cast(sum(micros) - arg_min(micros, day) as bigint) as repeat_micros,
                    cast(sum(micros) as bigint) as micros
                from bought group by customer"""
                        .formatted(
                                Database.identifier(keys.path("customer").asText()),
                                Database.identifier(keys.path("time").asText()),
                                Database.identifier(keys.path("amount").asText()),
                                Database.scan(words.purchases(campaignFolder)),
                                Database.quote(asOf),
                                netted ? "true" : "micros >= 0",
                                netted ? "having sum(micros) > 0 or min(micros) >= 0" : ""));
    }
}
