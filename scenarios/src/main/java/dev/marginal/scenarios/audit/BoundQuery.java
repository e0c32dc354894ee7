package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The bound that the plan's prices prove, in SQL.
 *
 * <p>Whatever the prices (zero or more for a ceiling, zero or less for a floor), no plan that keeps
 * every limit is worth more than Σ price × limit + Σ over customers of the best admissible choice
 * when every send pays its prices (weak Lagrangian duality). The best admissible choice is taken
 * set by set where the personal limits are nested (the best m of a set, then the best n of the
 * larger one), and from the list of all admissible choices where they cross.
 */
final class BoundQuery {
    private final Database database;
    private final List<PersonalClaim> personal;

    BoundQuery(Database database, List<PersonalClaim> personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * A shared limit with its price.
     *
     * @param price in currency per send or per unit of currency
     */
    record Priced(SharedClaim limit, double price) {
        double worth() {
            BigDecimal edge = price < 0 ? limit.least() : limit.most().orElse(BigDecimal.ZERO);
            return price * edge.doubleValue();
        }
    }

    /** The bound in currency; expects the table {@code book}. */
    double bound(List<Priced> prices) {
        chargePrices(prices);
        double customers = nested() ? bestOfNestedSets() : bestOfAllChoices();
        return customers + prices.stream().mapToDouble(Priced::worth).sum();
    }

    private void chargePrices(List<Priced> prices) {
        database.run(
                "create or replace table price (offer varchar, per_cost double, per_send double)");
        for (Priced priced : prices) {
            for (String offer : priced.limit().offers()) {
                boolean cost = priced.limit().charge().equals("cost");
                database.run(
                        "insert into price values (%s, %s, %s)"
                                .formatted(
                                        Database.quote(offer),
                                        cost ? exact(priced.price()) : "0",
                                        cost ? "0" : exact(priced.price())));
            }
        }
        database.run(
                """
                create or replace table reduced as
                with paid as (
                    select offer, sum(per_cost) as per_cost, sum(per_send) as per_send from price group by offer)
                select * from (
                    select customer, offer,
                        value_micros / 1e6 - coalesce(per_cost, 0) * (cost_micros / 1e6) - coalesce(per_send, 0) as gain
                    from book left join paid using (offer))
                where gain > 0""");
    }

    private boolean nested() {
        return personal.stream().noneMatch(one -> personal.stream().anyMatch(one::crosses));
    }

    private double bestOfNestedSets() {
        List<PersonalClaim> innermostFirst =
                personal.stream()
                        .sorted(Comparator.comparingInt(claim -> claim.offers().size()))
                        .toList();
        for (PersonalClaim claim : innermostFirst) {
            database.run(
                    """
                    create or replace table reduced as
                    select customer, offer, gain from reduced
                    qualify offer not in (%1$s)
                        or row_number() over (partition by customer, offer in (%1$s) order by gain desc, offer) <= %2$d"""
                            .formatted(AuditTables.listed(claim.offers()), claim.most()));
        }
        return number("select coalesce(sum(gain), 0)::double as total from reduced");
    }

    private double bestOfAllChoices() {
        database.run(
                "create or replace table numbered as select offer, row_number() over (order by offer) - 1 as bit from (select distinct offer from book)");
        database.run("create or replace table personal (offers ubigint, most integer)");
        for (PersonalClaim claim : personal) {
            database.run(
                    "insert into personal select bit_or(1::ubigint << bit), %d from numbered where offer in (%s)"
                            .formatted(claim.most(), AuditTables.listed(claim.offers())));
        }
        database.run(
                """
                create or replace table choice as
                with recursive growing(members, last_bit) as (
                    select 0::ubigint, -1::bigint
                    union all
                    select members | (1::ubigint << bit), bit from growing join numbered on bit > last_bit
                    where not exists (
                        select 1 from personal
                        where bit_count((members | (1::ubigint << bit)) & personal.offers) > personal.most))
                select members, offer from growing join numbered on members & (1::ubigint << bit) <> 0""");
        return number(
                """
                select coalesce(sum(best), 0)::double as total from (
                    select max(worth) as best from (
                        select customer, members, sum(gain) as worth
                        from reduced join choice using (offer) group by customer, members)
                    group by customer)""");
    }

    private double number(String sql) {
        Map<String, Object> row = database.rows(sql).get(0);
        return ((Number) row.get("total")).doubleValue();
    }

    private static String exact(double number) {
        return "cast('%s' as double)".formatted(Double.toString(number));
    }
}
