package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.List;

/**
 * The tables {@code said} (offer, channel, tags, obeys, counts), what each offer's sends are to
 * caps, and {@code due} (zone, offer, due, moment, state): when each would go out in each time
 * zone, in seconds since 1970; the state is {@code open}, {@code quiet} or {@code expired}.
 */
record Schedule(Database database, ContactWords words, String date) {
    private static final int MOST_MOVES = 50;

    void create() {
        database.run(
                "create table said (offer varchar, channel varchar, tags varchar[], obeys boolean, counts boolean)");
        words.campaign().offers().forEach(this::say);
        database.run(
                "create table due (zone varchar, offer varchar, channel varchar, due bigint, moment bigint, state varchar, line integer)");
        words.campaign().offers().forEach(this::plan);
        List<JsonNode> lines = words.quietHours();
        for (int move = 0; move < MOST_MOVES && anyIsQuiet(lines); move++) {
            for (int line = 0; line < lines.size(); line++) {
                leave(line, lines.get(line));
            }
            database.run(
                    "update due set state = 'expired' where state = 'open' and moment > due + %d"
                            .formatted(words.expiresAfter()));
        }
    }

    private void say(CampaignWords.OfferLine offer) {
        JsonNode line = offer.line();
        boolean obeys = isYes(line.path("obeys_caps").asText("yes"));
        boolean usually = obeys || words.preset().equals("mautic");
        boolean counts = isYes(line.path("counts_toward_caps").asText(usually ? "yes" : "no"));
        database.run(
                "insert into said values (%s, %s, [%s]::varchar[], %b, %b)"
                        .formatted(
                                Database.quote(offer.offer()),
                                Database.quote(offer.channel()),
                                AuditTables.listed(CampaignWords.words(line.path("tags"))),
                                obeys,
                                counts));
    }

    private static boolean isYes(String word) {
        return word.matches("(?i)yes|true");
    }

    private void plan(CampaignWords.OfferLine offer) {
        JsonNode time = words.sendTime(offer.channel());
        String of = time.isObject() ? time.path("at").asText() : time.asText("12:00");
        String shown = "timestamp '%s %s'".formatted(date, of);
        database.run(
                """
                insert into due
                select zone, %s, %s, %s as due, due, 'open', null
                from (select distinct zone from zoned union select null)"""
                        .formatted(
                                Database.quote(offer.offer()),
                                Database.quote(offer.channel()),
                                Clock.second(words.houseClock().zone(time), shown)));
    }

    /** Marks what falls in quiet hours with the first that hold. */
    private boolean anyIsQuiet(List<JsonNode> lines) {
        database.run("update due set line = null");
        for (int line = lines.size() - 1; line >= 0; line--) {
            database.run(
                    "update due set line = %d where state = 'open' and %s"
                            .formatted(line, holds(lines.get(line), words.houseClock())));
        }
        return Queries.count(database, "select count(line) from due") > 0;
    }

    private void leave(int number, JsonNode line) {
        if (line.path("then").asText().equals("cancel")) {
            database.run("update due set state = 'quiet' where line = " + number);
            return;
        }
        String zone = words.houseClock().zone(line);
        String local = Clock.shows(zone, "moment");
        String end =
                "(%1$s::date + time '%2$s' + case when %1$s::time >= time '%2$s' then interval 1 day else interval 0 day end)"
                        .formatted(local, line.path("until").asText());
        database.run(
                "update due set moment = %s where line = %d"
                        .formatted(Clock.second(zone, end), number));
    }

    /** SQL: whether quiet hours hold for {@code channel} at the second {@code moment}. */
    static String holds(JsonNode line, Clock clock) {
        List<String> channels = CapWords.listed(line, "channel");
        String local = Clock.shows(clock.zone(line), "moment") + "::time";
        String from = line.path("from").asText();
        String until = line.path("until").asText();
        String both = from.compareTo(until) < 0 ? "and" : "or";
        return "%s and (%s >= time '%s' %s %s < time '%s')"
                .formatted(
                        channels.isEmpty()
                                ? "true"
                                : "channel in (%s)".formatted(AuditTables.listed(channels)),
                        local,
                        from,
                        both,
                        local,
                        until);
    }
}
