package dev.marginal.spark.planning;

import dev.marginal.scenarios.daily.PlanDifference;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What changes when one plan takes the place of another, in Spark SQL over both plans' sends. */
record Replacing(SparkSession session) {
    /**
     * Compares the sends of two plans.
     *
     * @param before the folder of one
     * @param after the folder of the other
     */
    PlanDifference between(String before, String after) {
        Row row =
                session.sql(
                                """
                                select count_if(old.customer is null), count_if(new.customer is null),
                                    count_if(old.customer is not null and new.customer is not null),
                                    coalesce(sum(new.value), 0) - coalesce(sum(old.value), 0),
                                    coalesce(sum(new.cost), 0) - coalesce(sum(old.cost), 0)
                                from %s new full join %s old on new.customer = old.customer and new.offer = old.offer"""
                                        .formatted(sends(after), sends(before)))
                        .first();
        return new PlanDifference(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                new BigDecimal(row.get(3).toString()),
                new BigDecimal(row.get(4).toString()));
    }

    private static String sends(String folder) {
        return "parquet.`%s/sends.parquet`".formatted(folder.replace("`", "``"));
    }
}
