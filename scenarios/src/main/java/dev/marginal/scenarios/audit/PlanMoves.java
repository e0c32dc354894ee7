package dev.marginal.scenarios.audit;

import dev.marginal.scenarios.audit.PlanDifference.Move;
import dev.marginal.tables.duckdb.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Who gets something else in the later of two plans, and why. In each plan a customer gets what is
 * worth most after every limit has charged its price, so they move because something was taken away
 * or offered, because values or costs changed, or because a price did: told is what speaks most for
 * the move, on average over all who move so.
 */
record PlanMoves(Database database, FoundPlan before, FoundPlan now) {
    private static final double MICROS = 1e6;

    /**
     * Figures of all who move alike; {@code then} and {@code today}: at the earlier and later
     * plan's scores.
     */
    private static final String SQL =
            """
            create table moved as
            with was as (select customer, string_agg(offer, ' + ' order by offer) as offers from sends_before group by customer),
                 gets as (select customer, string_agg(offer, ' + ' order by offer) as offers from sends_now group by customer)
            select customer, coalesce(was.offers, '') as a, coalesce(gets.offers, '') as b
            from was full join gets using (customer) where a <> b;
            create table moved_sends as
            select customer, a, b, offer, 0 as side, value::double as value, cost::double as cost
            from moved join sends_before using (customer)
            union all
            select customer, a, b, offer, 1, value::double, cost::double from moved join sends_now using (customer)""";

    private static final String SUMS =
            """
            select m.a, m.b, m.customers, m.joined, m.left_us, v.value_before, v.value_now, v.cost_before, v.cost_now,
                   v.to_then, v.from_today, v.to_cost_then, v.from_cost_today
            from (select a, b, count(*) as customers,
                         count(*) filter (where customer not in (select customer from scores_before)) as joined,
                         count(*) filter (where customer not in (select customer from scores_now)) as left_us
                  from moved group by a, b) m
            join (select a, b, coalesce(sum(s.value) filter (where side = 0), 0) as value_before,
                         coalesce(sum(s.value) filter (where side = 1), 0) as value_now,
                         coalesce(sum(s.cost) filter (where side = 0), 0) as cost_before,
                         coalesce(sum(s.cost) filter (where side = 1), 0) as cost_now,
                         coalesce(sum(bb.value_micros) filter (where side = 1), 0) as to_then,
                         coalesce(sum(bn.value_micros) filter (where side = 0), 0) as from_today,
                         coalesce(sum(bb.cost_micros) filter (where side = 1), 0) as to_cost_then,
                         coalesce(sum(bn.cost_micros) filter (where side = 0), 0) as from_cost_today
                  from moved_sends s left join book_before bb using (customer, offer)
                       left join book_now bn using (customer, offer)
                  group by a, b) v using (a, b)
            order by abs(v.value_now - v.value_before) desc, m.a, m.b""";

    List<Move> all() {
        for (String statement : SQL.split(";")) {
            database.run(statement);
        }
        List<LimitCharge> limits = new MovedUse(database, before, now).all();
        return database.rows(SUMS).stream().map(row -> move(row, limits)).toList();
    }

    private Move move(Map<String, Object> row, List<LimitCharge> limits) {
        MoveFigures figures =
                new MoveFigures(
                        offers(row, "a"),
                        offers(row, "b"),
                        (long) number(row, "customers"),
                        (long) number(row, "joined"),
                        (long) number(row, "left_us"),
                        number(row, "value_now") - number(row, "from_today") / MICROS,
                        number(row, "to_then") / MICROS - number(row, "value_before"),
                        number(row, "cost_now") - number(row, "from_cost_today") / MICROS,
                        number(row, "to_cost_then") / MICROS - number(row, "cost_before"));
        return new Move(
                named(figures.from()),
                named(figures.to()),
                figures.customers(),
                Math.rint((number(row, "value_now") - number(row, "value_before")) * MICROS)
                        / MICROS,
                Math.rint((number(row, "cost_now") - number(row, "cost_before")) * MICROS) / MICROS,
                new MoveCause(database, before.json(), now.json(), figures, limits).words());
    }

    private static List<String> offers(Map<String, Object> row, String key) {
        String offers = row.get(key).toString();
        return offers.isEmpty() ? List.of() : Arrays.asList(offers.split(" [+] "));
    }

    private static String named(List<String> offers) {
        return offers.isEmpty() ? "nothing" : String.join(" + ", offers);
    }

    private static double number(Map<String, Object> row, String key) {
        return ((Number) row.get(key)).doubleValue();
    }
}
