package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.List;

/** When sends go out, until when, and under which id. */
record TimeClaims(Database database, ContactWords words, String date) {
    /** Makes {@code timed}: the sends with their second, and what they are to caps. */
    void create() {
        database.run(
                """
                create table timed as
                select sends.customer, sends.offer, said.channel, zoned.zone, tags, obeys, counts,
                    epoch(send_at::timestamptz)::bigint as moment, epoch(expires_at::timestamptz)::bigint as until
                from sends left join zoned using (customer) left join said using (offer)""");
    }

    void addTo(List<Claim> claims) {
        long off =
                count(
                        """
                        select count(*) from timed left join due
                            on due.offer = timed.offer and due.zone is not distinct from timed.zone
                        where state is distinct from 'open' or due.moment is distinct from timed.moment""");
        claims.add(
                Claim.none(
                        "every send goes out at its channel's time, or when quiet hours end",
                        off,
                        "at another time"));
        if (!words.quietHours().isEmpty()) {
            long quiet = 0;
            for (JsonNode line : words.quietHours()) {
                quiet +=
                        count(
                                "select count(*) from timed where "
                                        + Schedule.holds(line, words.houseClock()));
            }
            claims.add(Claim.none("no send goes out in quiet hours", quiet, "in quiet hours"));
        }
        long hours = words.expiresAfter();
        long late =
                count(
                        "select count(*) from timed where until is distinct from moment + %d"
                                .formatted(hours));
        claims.add(
                Claim.none(
                        "every send expires as long after its time as it may wait",
                        late,
                        "after other than %,d seconds".formatted(hours)));
        claims.add(decisionIds());
    }

    private Claim decisionIds() {
        long other =
                count(
                        """
                        select count(*) from sends where decision_id is distinct from
                            substr(sha256(concat_ws(chr(10), %s, %s, customer, offer)), 1, 32)"""
                                .formatted(
                                        Database.quote(words.campaign().campaign()),
                                        Database.quote(date)));
        return Claim.none(
                "every send's id follows from campaign, date, customer and offer", other, "other");
    }

    private long count(String sql) {
        return Queries.count(database, sql);
    }
}
