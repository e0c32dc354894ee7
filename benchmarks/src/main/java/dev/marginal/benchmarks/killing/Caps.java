package dev.marginal.benchmarks.killing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The caps of the house in SQL. Only windows that end with a planned send are looked at, and what
 * other tools sent counts where it was sent on a day before the plan's.
 */
final class Caps {
    private static final String PAIRS =
            "select p.customer, p.\"at\", p.campaign, count(*) as sends from effective p join effective s on s.customer = p.customer and (s.planned or s.date < p.date) where p.planned and s.\"at\" <= p.\"at\" and ";

    /** Queries for what is over each cap, by its name. */
    static final Map<String, String> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put(
                "weekly (2 in 7 days)",
                PAIRS + "s.\"at\" >= p.\"at\" - interval 168 hours group by all having sends > 2");
        BROKEN.put(
                "push_daily (1 a day)",
                PAIRS
                        + "p.channel = 'push' and s.channel = 'push' and s.day = p.day group by all having sends > 1");
        BROKEN.put(
                "promos (2 a month)",
                PAIRS
                        + "p.promo and s.promo and date_trunc('month', s.day) = date_trunc('month', p.day) group by all having sends > 2");
        BROKEN.put(
                "email_gap (40 hours)",
                PAIRS
                        + "p.channel = 'email' and s.channel = 'email' and s.\"at\" > p.\"at\" - interval 40 hours group by all having sends > 1");
    }

    private Caps() {}

    /**
     * The sends that caps count: what was planned, but for what the log says was kept back and for
     * what can no longer go out and was never told of; and what other tools sent.
     */
    static String effective(String keptBack) {
        return """
        create or replace table effective as
        select e.*, cast(timezone(zone, "at") as date) as day from (
          select customer, campaign, channel, offer like 'coupon%%' as promo, "at", date, true as planned
          from planned left join told using (decision_id)
          where coalesce(status, 'planned') not in %1$s
            and (status is not null or latest > coalesce((select max(complete) from log), '1970-01-01'))
          union all
          select customer, 'other', channel, list_contains(string_split(tags, '|'), 'promo'), "at",
            cast(timezone('UTC', "at") as date), false
          from sent where decision_id = '' and status not in %1$s) e
        join people using (customer)"""
                .formatted(keptBack);
    }
}
