package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * The tables that the audit asks: {@code sends}, {@code scores}, {@code audience}, and {@code
 * book}, derived from the scores.
 */
final class AuditTables {
    private final Database database;
    private final CampaignWords words;

    AuditTables(Database database, CampaignWords words) {
        this.database = database;
        this.words = words;
    }

    void load(Path planFolder, Path campaignFolder) {
        database.run(
                """
                create table sends as select * from read_csv(
                    %s, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')"""
                        .formatted(file(planFolder, "sends.csv")));
        database.run("alter table sends alter value type decimal(18, 6)");
        database.run("alter table sends alter cost type decimal(18, 6)");
        database.run(
                "create table scores as select * from read_parquet(%s)"
                        .formatted(file(planFolder, "scores.parquet")));
        database.run(
                "create table audience as select %s as customer from %s"
                        .formatted(
                                Database.identifier(words.audienceCustomer()),
                                Database.scan(words.audience(campaignFolder))));
        database.run(
                "create table book as "
                        + String.join(
                                " union all ", words.offers().stream().map(this::valued).toList()));
    }

    /**
     * The arithmetic of the campaign file: in double precision, kept in single, money in whole
     * micro-units.
     */
    private String valued(CampaignWords.OfferLine offer) {
        String uplift = "%s::double".formatted(Database.identifier("uplift." + offer.treatment()));
        String orders =
                "%s::double"
                        .formatted(Database.identifier("order_probability." + offer.treatment()));
        String cost =
                "(%s + %s * %s)"
                        .formatted(exact(offer.costPerSend()), orders, exact(offer.costPerOrder()));
        String value =
                words.countsProfit()
                        ? "(%s * %s - %s)".formatted(uplift, exact(words.margin()), cost)
                        : uplift;
        return "select customer, %s as offer, %s as channel, %s as value_micros, %s as cost_micros from scores"
                .formatted(
                        Database.quote(offer.offer()),
                        Database.quote(offer.channel()),
                        micros(value),
                        micros(cost));
    }

    /** What the sends use of a shared limit, in sends or currency. */
    static BigDecimal use(Database database, SharedClaim claim) {
        String sum = claim.charge().equals("cost") ? "coalesce(sum(cost), 0)" : "count(*)";
        return decimal(
                database.rows(
                                "select %s as use from sends where offer in (%s)"
                                        .formatted(sum, listed(claim.offers())))
                        .get(0)
                        .get("use"));
    }

    /** The most that any one customer gets of a personal limit's offers. */
    static long mostOfOneCustomer(Database database, PersonalClaim claim) {
        String sql =
                """
                select coalesce(max(got), 0) as most from (
                    select count(*) as got from sends where offer in (%s) group by customer)"""
                        .formatted(listed(claim.offers()));
        return ((Number) database.rows(sql).get(0).get("most")).longValue();
    }

    private static String file(Path folder, String name) {
        return Database.quote(folder.resolve(name).toAbsolutePath().toString());
    }

    static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static String micros(String amount) {
        return "cast(floor(cast(cast(%s as float) as double) * 1e6 + 0.5) as bigint)"
                .formatted(amount);
    }

    private static String exact(BigDecimal number) {
        return "cast('%s' as double)".formatted(number.toPlainString());
    }

    /** These offers as a list of SQL literals. */
    static String listed(List<String> offers) {
        return String.join(", ", offers.stream().map(Database::quote).toList());
    }
}
