package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.uplift.CampaignHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows that stand twice, and customers who got several things. */
record Rows(CampaignFile file, CampaignHistory history) {
    private static final String TOPIC = "history";

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine(TOPIC, size()));
        file.history().customer().ifPresent(customer -> customers(customer, findings));
        if (file.history().customer().isEmpty()) {
            findings.add(
                    Finding.doubt(
                            TOPIC,
                            "no column says who it was: each row is taken for another customer",
                            "If some customers stand in several rows, name their column: history.customer."));
        }
        return findings;
    }

    private String size() {
        String arms =
                IntStream.range(0, history.arms())
                        .mapToObj(
                                arm ->
                                        "%s %,d"
                                                .formatted(
                                                        history.armName(arm),
                                                        history.rowsOf(arm).length))
                        .collect(Collectors.joining(", "));
        return "%s: %,d rows (%s), %s"
                .formatted(
                        file.history().source().name(),
                        history.rows(),
                        arms,
                        CampaignWords.many(history.customers().features().size(), "feature"));
    }

    private void customers(String customer, List<Finding> findings) {
        String id = Database.identifier(customer);
        String arm = Database.identifier(file.history().treatment());
        try (Database database = Database.over(file.history().source().folder())) {
            database.run(
                    "CREATE TEMP TABLE seen AS SELECT * FROM "
                            + Database.scan(file.history().source()));
            long rows = history.rows();
            long customers =
                    count(database, "SELECT count(DISTINCT %s) AS n FROM seen".formatted(id));
            long several =
                    count(
                            database,
                            "SELECT count(*) AS n FROM (SELECT 1 FROM seen GROUP BY %s HAVING count(DISTINCT %s) > 1)"
                                    .formatted(id, arm));
            long different =
                    count(database, "SELECT count(*) AS n FROM (SELECT DISTINCT * FROM seen)");
            doubled(rows - different).ifPresent(findings::add);
            repeated(rows, customers, several).ifPresent(findings::add);
        }
    }

    private static long count(Database database, String sql) {
        return ((Number) database.rows(sql).get(0).get("n")).longValue();
    }

    private Optional<Finding> doubled(long doubled) {
        return doubled == 0
                ? Optional.empty()
                : Optional.of(
                        Finding.doubt(
                                TOPIC,
                                "%s the same in every cell as another, the customer included"
                                        .formatted(
                                                doubled == 1
                                                        ? "1 row is"
                                                        : "%,d rows are".formatted(doubled)),
                                "Maybe the export ran twice: take each row once."));
    }

    private static Optional<Finding> repeated(long rows, long customers, long several) {
        if (rows == customers) {
            return Optional.empty();
        }
        String sentence =
                "%,d customers in %,d rows; rows of one customer stay in one fold"
                        .formatted(customers, rows);
        return Optional.of(
                several == 0
                        ? Finding.fine(TOPIC, sentence)
                        : Finding.doubt(
                                TOPIC,
                                "%s; %,d customers got different arms in different rows"
                                        .formatted(sentence, several),
                                "That is right where each row is a campaign of its own; within one campaign effects of several arms mix."));
    }
}
