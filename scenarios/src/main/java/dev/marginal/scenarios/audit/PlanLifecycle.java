package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the plan says that each customer stands: table {@code standing} of {@code
 * lifecycle.parquet}, all as text, empty cells NULL, whole numbers without a point.
 */
record PlanLifecycle(Database database, Path planFolder) {
    static final String FILE = "lifecycle.parquet";

    private static final List<String> NUMBERS =
            List.of(
                    "p_alive",
                    "expected_purchases",
                    "expected_spend",
                    "value",
                    "value_of_an_order",
                    "rfm");

    /** The audience with these columns, as SQL; each of its customers once. */
    String beside(String audience, String customer) {
        load();
        database.run(
                "create or replace table known as select a.*, standing.* exclude (customer) from %s a left join standing on a.%s = standing.customer"
                        .formatted(audience, Database.identifier(customer)));
        return "known";
    }

    private void load() {
        String numbers = String.join(", ", NUMBERS.stream().map(PlanLifecycle::plain).toList());
        String file =
                Database.quote(planFolder.resolve(FILE).toAbsolutePath().normalize().toString());
        database.run(
                "create or replace table standing as select customer, stage, segment, %s from read_parquet(%s)"
                        .formatted(numbers, file));
    }

    private static String plain(String number) {
        return "case when %1$s = trunc(%1$s) then cast(cast(%1$s as bigint) as varchar) else cast(%1$s as varchar) end as %1$s"
                .formatted(number);
    }
}
