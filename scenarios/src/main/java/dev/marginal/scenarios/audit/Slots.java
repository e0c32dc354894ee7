package dev.marginal.scenarios.audit;

import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.List;

/**
 * What the past leaves of every cap: the tables {@code slots} (customer, cap, most), with a row
 * where a cap can bind, and {@code blocked} (customer, offer, cap).
 *
 * <p>Let S be the sends that count already, T the day's messages that obey, each at the time at
 * which it would go out. A message is blocked if some window with it holds as many of S as the cap
 * allows. With h of S and k unblocked messages in a window, the day's messages may together be at
 * most {@code cap − h} where k is more than that; the least of these over all windows is what is
 * left. Customers without a past share what is left with all of their time zone.
 */
record Slots(Database database, List<CapLine> caps) {
    private static final String STRANGER = "chr(1) || coalesce(zone, '')";

    void create() {
        database.run("create table slots (customer varchar, cap integer, most integer)");
        database.run("create table blocked (customer varchar, offer varchar, cap integer)");
        database.run(
                "create table subject as select distinct %s as subject, zone from zoned union all select customer, zone from zoned where customer in (select customer from past)"
                        .formatted(STRANGER));
        for (int cap = 0; cap < caps.size(); cap++) {
            measure(cap, caps.get(cap));
        }
    }

    /** Measures one cap again as if it read otherwise; all others stay as they were. */
    void measureInstead(int number, CapLine instead) {
        database.run("delete from slots where cap = " + number);
        database.run("delete from blocked where cap = " + number);
        measure(number, instead);
    }

    private void measure(int number, CapLine cap) {
        events(cap);
        String ahead =
                "over (partition by subject order by place range between current row and %d following)"
                        .formatted(cap.width() - 1);
        String behind =
                "over (partition by subject order by place range between %d preceding and current row)"
                        .formatted(cap.width() - 1);
        database.run(
                """
                create or replace table measured as
                select *, count(*) filter (where fresh and not shut) %1$s as open from (
                    select *, fresh and (too_soon or max(held) %2$s >= %3$d) as shut from (
                        select *, count(*) filter (where not fresh and not own_gap) %1$s as held from event))"""
                        .formatted(ahead, behind, cap.atMost()));
        database.run(
                """
                create or replace table found as
                select subject,
                    case when count(*) filter (where fresh and not shut) = 0 then 0
                        else min(%1$d - held) filter (where open > greatest(0, %1$d - held)) end as most
                from measured group by subject having count(*) filter (where fresh) > 0"""
                        .formatted(cap.atMost()));
        database.run(
                """
                insert into slots
                select customer, %d, most from zoned
                    join found on subject = if(customer in (select customer from past), customer, %s)
                where most is not null"""
                        .formatted(number, STRANGER));
        database.run(
                """
                insert into blocked
                select customer, offer, %d from zoned
                    join measured on subject = if(customer in (select customer from past), customer, %s)
                where shut"""
                        .formatted(number, STRANGER));
    }

    /** S and T; a past send that keeps its own gap is in the way but in no window. */
    private void events(CapLine cap) {
        String holds = cap.holds(caps);
        database.run(
                """
                create or replace table event as
                select customer as subject, %1$s as place, null as offer, false as fresh, moment,
                    if(gap > 0, gap, %2$d) as gap, %2$d > 0 as own_gap
                from past join zoned using (customer)
                where counts and status in (%3$s) and %4$s
                union all
                select subject, %1$s, offer, obeys, moment, %2$d, %2$d > 0
                from (select subject.subject, subject.zone, due.moment, due.offer, said.channel, tags, obeys, counts
                    from subject join due on due.zone is not distinct from subject.zone
                        join said on said.offer = due.offer
                    where state = 'open')
                where (obeys or counts) and %4$s"""
                        .formatted(
                                cap.place(),
                                cap.frozen(),
                                AuditTables.listed(cap.counted()),
                                holds));
        database.run(
                cap.frozen() == 0
                        ? "alter table event add column too_soon boolean default false"
                        : """
                          create or replace table event as
                          select *, fresh and exists (
                              select 1 from event other where not other.fresh and other.subject = event.subject
                                  and case when other.moment <= event.moment then event.moment - other.moment < other.gap
                                      else other.moment - event.moment < %d end) as too_soon
                          from event"""
                                .formatted(cap.frozen()));
    }

    /** The limits that what is left puts on each customer: of those offers that obey the cap. */
    List<PersonalClaim> limits() {
        List<PersonalClaim> limits = new ArrayList<>();
        for (int cap = 0; cap < caps.size(); cap++) {
            CapLine line = caps.get(cap);
            List<String> offers =
                    database
                            .rows(
                                    "select offer from said where obeys and %s order by offer"
                                            .formatted(line.holds(caps)))
                            .stream()
                            .map(row -> row.get("offer").toString())
                            .toList();
            if (!offers.isEmpty()) {
                limits.add(PersonalClaim.left(cap, line.id(), offers));
            }
        }
        return limits;
    }
}
