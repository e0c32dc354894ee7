package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The tables of who can be reached: {@code zoned} (customer, zone), {@code reach} (customer,
 * channel, address, reachable, agreed) for every customer and channel, and {@code suppressed}
 * (customer, channel).
 */
record People(Database database, ContactWords words, Path folder) {
    private static final String AGREED =
            "'yes', 'true', '1', 'subscribed', 'opted_in', 'confirmed', 'granted', 'y', 't'";

    void create() {
        database.run(
                """
                create macro digits(text) as case
                    when starts_with(regexp_replace(text, '\\D', '', 'g'), '00')
                        and length(regexp_replace(text, '\\D', '', 'g')) > 8
                    then substr(regexp_replace(text, '\\D', '', 'g'), 3)
                    else regexp_replace(text, '\\D', '', 'g') end""");
        database.run(
                """
                create macro same_address(text) as nullif(case
                    when contains(text, '@') then lower(trim(text, ' \t\n\r'))
                    when regexp_full_match(trim(text, ' \t\n\r'), '[+(]?[\\d\\s().+/\\-\\x{00A0}]*') then digits(text)
                    else trim(text, ' \t\n\r') end, '')""");
        createZones();
        Optional<JsonNode> people = words.people();
        database.run(
                "create table reach (customer varchar, channel varchar, address varchar, reachable boolean, agreed boolean)");
        channels(people).forEach(channel -> reach(channel, people));
        database.run(
                "create table sharing as select customer, channel from reach where address is not null qualify count(*) over (partition by channel, address) > 1");
        suppress();
    }

    /** Makes {@code people} and {@code zoned} only. */
    void createZones() {
        Optional<JsonNode> people = words.people();
        people.ifPresentOrElse(this::readPeople, this::nobodyIsKnown);
        String zone =
                people.filter(named -> named.has("time_zone"))
                        .map(
                                named ->
                                        "people."
                                                + Database.identifier(
                                                        named.path("time_zone").asText()))
                        .orElse("null::varchar");
        database.run(
                "create table zoned as select customers.customer, %s as zone from customers left join people on people.id = customers.customer"
                        .formatted(zone));
    }

    private void readPeople(JsonNode named) {
        database.run(
                "create table people as select * from (select %s as id, * from %s) where id in (select customer from customers)"
                        .formatted(
                                Database.identifier(named.path("customer").asText()),
                                Database.scan(ContactWords.source(named, folder))));
    }

    private void nobodyIsKnown() {
        database.run("create table people (id varchar)");
    }

    /** Those of the offers, and those that have addresses. */
    private TreeSet<String> channels(Optional<JsonNode> people) {
        TreeSet<String> channels = new TreeSet<>();
        words.campaign().offers().forEach(offer -> channels.add(offer.channel()));
        people.ifPresent(
                named -> named.path("address").fieldNames().forEachRemaining(channels::add));
        return channels;
    }

    private void reach(String channel, Optional<JsonNode> people) {
        Optional<String> address = column(people, "address", channel);
        Optional<String> consent = column(people, "consent", channel);
        database.run(
                """
                insert into reach
                select customers.customer, %s, %s, %s, %s
                from customers left join people on people.id = customers.customer"""
                        .formatted(
                                Database.quote(channel),
                                address.map("same_address(%s)"::formatted).orElse("null::varchar"),
                                address.map("same_address(%s) is not null"::formatted)
                                        .orElse("true"),
                                consent.map(
                                                column ->
                                                        "coalesce(lower(%s) in (%s), false)"
                                                                .formatted(column, AGREED))
                                        .orElse("true")));
    }

    private static Optional<String> column(Optional<JsonNode> people, String role, String channel) {
        return people.map(named -> named.path(role).path(channel))
                .filter(JsonNode::isTextual)
                .map(name -> "people." + Database.identifier(name.asText()));
    }

    /** Whoever is on a list, or has an address of one who is. */
    private void suppress() {
        database.run("create table suppressed (customer varchar, channel varchar)");
        for (JsonNode list : words.suppressed()) {
            List<String> channels = CapWords.listed(list, "channel");
            String spoken =
                    channels.isEmpty()
                            ? "true"
                            : "channel in (%s)".formatted(AuditTables.listed(channels));
            String scan = Database.scan(ContactWords.source(list, folder));
            listed(list, "customer", "customer", "%s", scan, spoken);
            listed(list, "address", "address", "same_address(%s)", scan, spoken);
        }
        database.run(
                """
                insert into suppressed
                select other.customer, other.channel
                from suppressed join reach using (customer, channel)
                    join reach other on other.channel = reach.channel and other.address = reach.address""");
    }

    private void listed(
            JsonNode list, String key, String column, String as, String scan, String spoken) {
        if (list.has(key)) {
            String cell = as.formatted(Database.identifier(list.path(key).asText()));
            database.run(
                    "insert into suppressed select customer, channel from reach where %s and %s in (select %s from %s where %s is not null)"
                            .formatted(spoken, column, cell, scan, cell));
        }
    }
}
