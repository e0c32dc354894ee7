package dev.marginal.scenarios.audit;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;

/** The customers that a plan was made for. */
record KnownCustomers(Database database, Path folder) {
    private static final int MOST_GUESSES = 3;

    /** Refuses an id that the plan does not know, with those that are near. */
    void require(String customer) {
        String scores =
                "read_parquet(%s)"
                        .formatted(
                                Database.quote(
                                        folder.resolve("scores.parquet")
                                                .toAbsolutePath()
                                                .toString()));
        String own = Database.quote(customer);
        if (Queries.count(
                        database,
                        "select count(*) from %s where customer = %s".formatted(scores, own))
                > 0) {
            return;
        }
        List<String> near =
                database
                        .rows(
                                """
                                select customer from (
                                    select customer, levenshtein(lower(customer), lower(%1$s)) as edits from %2$s)
                                where edits <= greatest(1, length(%1$s) // 3)
                                order by edits, customer limit %3$d"""
                                        .formatted(own, scores, MOST_GUESSES))
                        .stream()
                        .map(row -> "'" + row.get("customer") + "'")
                        .toList();
        String guess =
                near.isEmpty()
                        ? "scores.parquet in the plan's folder has the ids of all its customers."
                        : "Did you mean %s?".formatted(String.join(" or ", near));
        throw new BadInput(
                new Problem(
                        folder.toString(),
                        0,
                        "customer",
                        customer,
                        "must be in the audience of this plan",
                        guess));
    }
}
