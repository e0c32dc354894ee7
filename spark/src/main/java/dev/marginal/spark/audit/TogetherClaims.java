package dev.marginal.spark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.audit.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What no part can tell by itself, in Spark SQL over the files of all parts. */
record TogetherClaims(SparkSession session, String folder, JsonNode plan) {
    void addTo(List<Claim> claims) {
        claims.add(customersOnce());
        claims.add(sendsOnce());
        claims.add(totals());
        claims.add(reasons());
    }

    private Claim customersOnce() {
        long twice =
                count(
                        "select count(*) from (select customer from %s group by customer having count(*) > 1)"
                                .formatted(table("scores")));
        long all = count("select count(*) from " + table("scores"));
        long stated = plan.path("inputs").path("audience").path("rows").asLong();
        return new Claim(
                "no customer stands in two parts, or twice in one",
                twice == 0 && all == stated,
                "%,d customers, %,d of them twice".formatted(all, twice));
    }

    private Claim sendsOnce() {
        long twice =
                count(
                        "select count(*) from (select customer, offer from %s group by customer, offer having count(*) > 1)"
                                .formatted(table("sends")));
        return new Claim(
                "no offer is sent to a customer twice",
                twice == 0,
                "%,d sent twice".formatted(twice));
    }

    private Claim totals() {
        Row sums =
                row(
                        "select count(*), coalesce(sum(value), 0), coalesce(sum(cost), 0) from "
                                + table("sends"));
        boolean same =
                sums.getLong(0) == plan.path("sends").asLong()
                        && isSame(sums, 1, "value")
                        && isSame(sums, 2, "spend");
        return new Claim(
                "sends, value and spend add up to what plan.json states",
                same,
                "%,d sends, value %s, spend %s"
                        .formatted(sums.getLong(0), sums.get(1), sums.get(2)));
    }

    private boolean isSame(Row sums, int column, String key) {
        return decimal(sums.get(column).toString()).compareTo(decimal(plan.path(key).asText()))
                == 0;
    }

    private Claim reasons() {
        SortedMap<String, String> found = new TreeMap<>();
        for (Row row :
                rows(
                        "select reason, count(*), sum(value_forgone) from %s group by reason"
                                .formatted(table("not_sent")))) {
            found.put(row.getString(0), told(row.getLong(1), row.get(2).toString()));
        }
        SortedMap<String, String> stated = new TreeMap<>();
        for (JsonNode line : plan.path("not_sent")) {
            stated.put(
                    line.path("reason").asText(),
                    told(line.path("sends").asLong(), line.path("value_forgone").asText()));
        }
        return new Claim(
                "the reasons add up to what plan.json states",
                found.equals(stated),
                "%,d reasons".formatted(found.size()));
    }

    private static String told(long sends, String forgone) {
        return sends + " " + decimal(forgone).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    private long count(String sql) {
        return row(sql).getLong(0);
    }

    private Row row(String sql) {
        return rows(sql).get(0);
    }

    private List<Row> rows(String sql) {
        return session.sql(sql).collectAsList();
    }

    private String table(String name) {
        return "parquet.`%s/%s.parquet`".formatted(folder.replace("`", "``"), name);
    }
}
