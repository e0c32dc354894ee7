package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bound that the plan's prices prove, in SQL.
 *
 * <p>Whatever the prices (zero or more for a ceiling, zero or less for a floor), no plan that keeps
 * every limit is worth more than Σ price × limit + Σ over customers of the best admissible choice
 * when every send pays its prices (weak Lagrangian duality). The best admissible choice is taken
 * set by set where the personal limits are nested (the best m of a set, then the best n of the
 * larger one), and from the list of all admissible choices where they cross. What customers who
 * explore are sent is fixed in all plans.
 */
final class BoundQuery {
    private final Database database;
    private final AuditTables tables;
    private final List<PersonalClaim> personal;

    BoundQuery(Database database, AuditTables tables, List<PersonalClaim> personal) {
        this.database = database;
        this.tables = tables;
        this.personal = personal;
    }

    /**
     * A shared limit with its price.
     *
     * @param price in currency per send, or per unit of currency or amount
     */
    record Priced(SharedClaim limit, double price) {
        double worth() {
            Optional<BigDecimal> edge = price < 0 ? limit.least() : limit.most();
            return price * edge.orElse(BigDecimal.ZERO).doubleValue();
        }
    }

    /**
     * The bound in currency; expects the tables {@code book}, {@code gated}, {@code slots}, {@code
     * exploring}, {@code sends} and {@code customers}.
     */
    double bound(List<Priced> prices) {
        chargePrices(prices);
        double fixed =
                number("select coalesce(sum(gain), 0)::double as total from reduced where fixed");
        database.run(
                "create or replace table reduced as from reduced where not fixed and gain > 0");
        double customers = nested() ? bestOfNestedSets() : bestOfAllChoices();
        return fixed + customers + prices.stream().mapToDouble(Priced::worth).sum();
    }

    /** A price counts for every dimension, value and offer that the limit's parts speak of. */
    private void chargePrices(List<Priced> prices) {
        List<String> charges = new ArrayList<>(List.of("sends", "cost", "value"));
        charges.addAll(tables.amounts());
        database.run(
                "create or replace table price (dimension integer, customers varchar, offer varchar, charge integer, price double)");
        for (Priced priced : prices) {
            if (priced.price() != 0) {
                priced.limit().parts().forEach(part -> charge(part, priced.price(), charges));
            }
        }
        List<String> joins = new ArrayList<>();
        StringBuilder gain = new StringBuilder("value_micros / 1e6");
        for (int d = 0; d < tables.dimensions().count(); d++) {
            joins.add(join(d, charges.size()));
            for (int c = 0; c < charges.size(); c++) {
                gain.append(" - coalesce(p%d.c%d, 0) * %s".formatted(d, c, charged(c)));
            }
        }
        database.run(
                """
                create or replace table reduced as
                select * from (
                    select book.customer, book.offer, %s as gain,
                        book.customer in (from exploring) as fixed,
                        (book.customer, book.offer) in (select (customer, offer) from sends) as sent
                    from book anti join gated using (customer, offer) join customers using (customer) %s)
                where if(fixed, sent, gain > 0)"""
                        .formatted(gain, String.join(" ", joins)));
    }

    private void charge(SharedClaim.Part part, double price, List<String> charges) {
        for (String value : part.where().values()) {
            for (String offer : part.offers()) {
                database.run(
                        "insert into price values (%d, %s, %s, %d, %s)"
                                .formatted(
                                        tables.dimensions().number(part.where()),
                                        Database.quote(value),
                                        Database.quote(offer),
                                        charges.indexOf(part.charge()),
                                        exact(price * part.weight().doubleValue())));
            }
        }
    }

    /** The prices of one dimension, a column for each charge. */
    private static String join(int dimension, int charges) {
        StringBuilder sums = new StringBuilder();
        for (int c = 0; c < charges; c++) {
            sums.append(", sum(price) filter (where charge = %1$d) as c%1$d".formatted(c));
        }
        return """
                left join (select customers, offer%2$s from price where dimension = %1$d group by all) p%1$d
                on p%1$d.offer = book.offer and p%1$d.customers = d%1$d"""
                .formatted(dimension, sums);
    }

    private static String charged(int charge) {
        return switch (charge) {
            case 0 -> "1";
            case 1 -> "(cost_micros / 1e6)";
            case 2 -> "(value_micros / 1e6)";
            default -> "(m%d / 1e6)".formatted(charge - 3);
        };
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
                    select customer, offer, gain from (%1$s)
                    qualify offer not in (%2$s)
                        or row_number() over (partition by customer, offer in (%2$s) order by gain desc, offer) <= %3$s"""
                            .formatted(
                                    withSlots(claim),
                                    AuditTables.listed(claim.offers()),
                                    claim.allowed()));
        }
        return number("select coalesce(sum(gain), 0)::double as total from reduced");
    }

    private static String withSlots(PersonalClaim claim) {
        return claim.isLeft()
                ? "select reduced.*, slots.most as slots_most from reduced left join slots on slots.customer = reduced.customer and slots.cap = "
                        + claim.cap()
                : "from reduced";
    }

    /** Customers to whom the caps leave the same are a family with choices of its own. */
    private double bestOfAllChoices() {
        database.run(
                "create or replace table numbered as select offer, row_number() over (order by offer) - 1 as bit from (select distinct offer from book)");
        database.run(
                """
                create or replace table family as
                select customer, dense_rank() over (order by lefts) as family, lefts from (
                    select customers.customer, list(struct_pack(cap, most) order by cap) filter (where cap is not null) as lefts
                    from customers left join slots using (customer) group by customers.customer)""");
        database.run(
                "create or replace table personal (family bigint, offers ubigint, most integer)");
        personal.forEach(this::insertInto);
        database.run(
                """
                create or replace table choice as
                with recursive growing(family, members, last_bit) as (
                    select distinct family, 0::ubigint, -1::bigint from family
                    union all
                    select family, members | (1::ubigint << bit), bit from growing join numbered on bit > last_bit
                    where not exists (
                        select 1 from personal
                        where personal.family = growing.family
                            and bit_count((members | (1::ubigint << bit)) & personal.offers) > personal.most))
                select family, members, offer from growing join numbered on members & (1::ubigint << bit) <> 0""");
        return number(
                """
                select coalesce(sum(best), 0)::double as total from (
                    select max(worth) as best from (
                        select customer, members, sum(gain) as worth
                        from reduced join family using (customer) join choice using (family, offer)
                        group by customer, members)
                    group by customer)""");
    }

    private void insertInto(PersonalClaim claim) {
        String families =
                claim.isLeft()
                        ? "(select distinct family, one.most from family, unnest(lefts) as lines(one) where one.cap = %d)"
                                .formatted(claim.cap())
                        : "(select distinct family, %d as most from family)"
                                .formatted(claim.most());
        database.run(
                """
                insert into personal
                select family, (select bit_or(1::ubigint << bit) from numbered where offer in (%s)), most from %s"""
                        .formatted(AuditTables.listed(claim.offers()), families));
    }

    private double number(String sql) {
        Map<String, Object> row = database.rows(sql).get(0);
        return ((Number) row.get("total")).doubleValue();
    }

    private static String exact(double number) {
        return "cast('%s' as double)".formatted(Double.toString(number));
    }
}
