package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.util.List;

/**
 * That contact caps hold over what was sent, what is reserved and what this plan sends: no window
 * with a send of the plan that obeys the cap holds more than it allows. Expects the tables {@code
 * past}, {@code timed} and {@code zoned}.
 */
record CapClaims(Database database, List<CapLine> caps) {
    void addTo(List<Claim> claims) {
        for (CapLine cap : caps) {
            long over = overfull(cap) + tooSoon(cap);
            claims.add(
                    Claim.none(
                            "cap %s holds over what was sent before and this plan"
                                    .formatted(cap.id()),
                            over,
                            "windows of customers sent to hold more than %d"
                                    .formatted(cap.atMost())));
        }
    }

    private long overfull(CapLine cap) {
        return Queries.count(
                database,
                """
                select count(*) from (
                    select count(*) over held as held, count(*) filter (where fresh) over held as fresh
                    from (%s union all %s)
                    window held as (partition by customer order by place range between current row and %d following))
                where fresh > 0 and held > %d"""
                        .formatted(
                                cap.frozen() > 0 ? past(cap) + " and false" : past(cap),
                                planned(cap),
                                cap.width() - 1,
                                cap.atMost()));
    }

    /** Where past sends keep the gap that held when they were sent. */
    private long tooSoon(CapLine cap) {
        if (cap.frozen() == 0) {
            return 0;
        }
        return Queries.count(
                database,
                """
                select count(*) from (%s) past join (%s) planned using (customer)
                where planned.fresh and case when past.moment <= planned.moment
                    then planned.moment - past.moment < past.gap else past.moment - planned.moment < %d end"""
                        .formatted(past(cap), planned(cap), cap.frozen()));
    }

    /** What counts of the past of those who are sent to. */
    private String past(CapLine cap) {
        return """
            select customer, %s as place, false as fresh, moment, if(gap > 0, gap, %d) as gap
            from past join zoned using (customer)
            where customer in (select customer from timed) and counts and status in (%s) and %s"""
                .formatted(
                        cap.place(),
                        cap.frozen(),
                        AuditTables.listed(cap.counted()),
                        cap.holds(caps));
    }

    /** The plan's sends, of which those that obey are fresh. */
    private String planned(CapLine cap) {
        return "select customer, %s as place, obeys as fresh, moment, 0 as gap from timed where (obeys or counts) and %s"
                .formatted(cap.place(), cap.holds(caps));
    }
}
