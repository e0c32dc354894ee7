package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.duckdb.Database;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What contact caps leave to one customer, and what they would leave were they eased. */
final class CustomerCaps {
    private static final int MOST_MORE = 2;

    private final Database database;
    private final FoundPlan plan;
    private final ContactWords words;
    private final List<String> notes;
    private final List<CapLine> lines;
    private final List<CustomerFacts.Cap> caps = new ArrayList<>();

    CustomerCaps(Database database, FoundPlan plan, ContactWords words, List<String> notes) {
        this.database = database;
        this.plan = plan;
        this.words = words;
        this.notes = notes;
        this.lines = words.caps();
    }

    List<CustomerFacts.Cap> caps() {
        return caps;
    }

    /** Reads all that caps depend on; false where something of it is gone or changed. */
    boolean read() {
        if (lines.isEmpty()) {
            return true;
        }
        try {
            words.people().ifPresent(this::lookAtPeople);
            new People(database, words, plan.contactsFolder()).createZones();
        } catch (BadInput | IllegalStateException unreadable) {
            return unknown("the customer's time zone cannot be read: " + unreadable.getMessage());
        }
        new Schedule(database, words, plan.json().path("date").asText()).create();
        List<Claim> log = new ArrayList<>();
        new Past(database, plan.json(), plan.folder()).create(log);
        if (log.stream().anyMatch(claim -> !claim.holds())) {
            return unknown("the send log is not what it was, " + log.get(0).finding());
        }
        Slots slots = new Slots(database, lines);
        slots.create();
        for (int cap = 0; cap < lines.size(); cap++) {
            add(slots, cap);
        }
        return true;
    }

    private void lookAtPeople(JsonNode people) {
        new Changes(plan, notes)
                .lookAt("people", ContactWords.source(people, plan.contactsFolder()));
    }

    private boolean unknown(String why) {
        notes.add("What fills the contact caps, and what they leave, is not told: " + why);
        return false;
    }

    private void add(Slots slots, int cap) {
        CapLine line = lines.get(cap);
        List<String> offers =
                strings("select offer from said where obeys and %s".formatted(line.holds(lines)));
        if (offers.isEmpty()) {
            return;
        }
        slots.measureInstead(cap, line);
        CustomerFacts.Room now = room(cap);
        List<CustomerFacts.Contact> filledBy = filledBy(line);
        boolean gap = line.gap();
        List<CustomerFacts.Eased> eased = new ArrayList<>();
        if (!now.closed().isEmpty() || now.left().isPresent()) {
            eased.addAll(gap ? shorter(slots, cap, filledBy) : higher(slots, cap));
            slots.measureInstead(cap, line);
        }
        caps.add(
                new CustomerFacts.Cap(
                        line.id(),
                        offers,
                        line.atMost(),
                        gap ? Optional.of(line.width()) : Optional.empty(),
                        now,
                        filledBy,
                        eased));
    }

    private List<CustomerFacts.Eased> higher(Slots slots, int cap) {
        List<CustomerFacts.Eased> eased = new ArrayList<>();
        for (int more = 1; more <= MOST_MORE; more++) {
            CapLine line = lines.get(cap).allowing(lines.get(cap).atMost() + more);
            slots.measureInstead(cap, line);
            eased.add(new CustomerFacts.Eased(line.atMost(), room(cap)));
        }
        return eased;
    }

    /** A gap that was fixed when the past was sent is what it is. */
    private List<CustomerFacts.Eased> shorter(
            Slots slots, int cap, List<CustomerFacts.Contact> filledBy) {
        if (filledBy.isEmpty() || lines.get(cap).frozen() > 0) {
            return List.of();
        }
        long nearest =
                Queries.count(
                        database,
                        "select coalesce(min(abs(f.moment - p.moment)), 0) from measured f, measured p where f.fresh and not p.fresh");
        if (nearest == 0) {
            return List.of();
        }
        slots.measureInstead(cap, lines.get(cap).within(nearest));
        return List.of(new CustomerFacts.Eased(nearest, room(cap)));
    }

    private CustomerFacts.Room room(int cap) {
        List<Map<String, Object>> left = database.rows("select most from slots where cap = " + cap);
        return new CustomerFacts.Room(
                left.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(((Number) left.get(0).get("most")).intValue()),
                strings("select distinct offer from blocked where cap = " + cap));
    }

    /** Expects that the cap was measured last. */
    private List<CustomerFacts.Contact> filledBy(CapLine line) {
        return database
                .rows(
                        """
                        select strftime(timezone(zone, to_timestamp(moment)), '%%Y-%%m-%%dT%%H:%%M:%%S') as shown,
                            epoch(timezone(zone, to_timestamp(moment)))::bigint - moment as ahead, channel, campaign, status
                        from (select * replace (coalesce(zone, %1$s) as zone), %2$s as place from past join zoned using (customer)
                            where counts and status in (%3$s) and %4$s) p
                        where exists (from measured f where f.fresh and abs(f.place - p.place) < %5$d)
                        order by moment, channel"""
                                .formatted(
                                        words.houseClock().project(),
                                        line.place(),
                                        AuditTables.listed(line.counted()),
                                        line.holds(lines),
                                        line.width()))
                .stream()
                .map(CustomerCaps::contact)
                .toList();
    }

    private static CustomerFacts.Contact contact(Map<String, Object> row) {
        return new CustomerFacts.Contact(
                row.get("shown") + offset(((Number) row.get("ahead")).intValue()),
                row.get("channel").toString(),
                row.get("campaign").toString(),
                row.get("status").toString());
    }

    private static String offset(int seconds) {
        return seconds == 0 ? "Z" : ZoneOffset.ofTotalSeconds(seconds).getId();
    }

    private List<String> strings(String sql) {
        return database.rows(sql).stream()
                .map(row -> row.values().iterator().next().toString())
                .toList();
    }
}
