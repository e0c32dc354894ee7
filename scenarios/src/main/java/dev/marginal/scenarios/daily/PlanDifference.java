package dev.marginal.scenarios.daily;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;

/**
 * What changes when one plan takes the place of another. A send is a customer and an offer.
 *
 * @param added sends that only the new plan has
 * @param dropped sends that only the old plan has
 * @param kept sends of both
 * @param value of the new plan less that of the old, in currency
 * @param spend alike
 */
public record PlanDifference(
        long added, long dropped, long kept, BigDecimal value, BigDecimal spend) {
    /** Compares the sends of two plan folders. */
    public static PlanDifference between(Path before, Path after) {
        try (Database database = Database.over(after)) {
            Map<String, Object> row =
                    database.rows(
                                    """
                                    select count(*) filter (b.customer is null) as added,
                                        count(*) filter (a.customer is null) as dropped,
                                        count(*) filter (a.customer is not null and b.customer is not null) as kept,
                                        coalesce(sum(a.value), 0) - coalesce(sum(b.value), 0) as value,
                                        coalesce(sum(a.cost), 0) - coalesce(sum(b.cost), 0) as spend
                                    from %s a full join %s b using (customer, offer)"""
                                            .formatted(sends(after), sends(before)))
                            .get(0);
            return new PlanDifference(
                    ((Number) row.get("added")).longValue(),
                    ((Number) row.get("dropped")).longValue(),
                    ((Number) row.get("kept")).longValue(),
                    new BigDecimal(row.get("value").toString()),
                    new BigDecimal(row.get("spend").toString()));
        }
    }

    private static String sends(Path folder) {
        return "read_parquet(%s)"
                .formatted(
                        Database.quote(
                                folder.resolve("sends.parquet").toAbsolutePath().toString()));
    }
}
