package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.contacts.TimetableMaker;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit's SQL and the planner's Java, which share no code, agree on times and caps. */
class ContactRederivationTest {
    private static final int CUSTOMERS = 60;
    private static final List<String> ZONES =
            List.of("Asia/Singapore", "America/New_York", "Europe/London", "Pacific/Auckland");

    @TempDir Path folder;

    @ParameterizedTest(name = "preset {0}, {1}")
    @CsvSource({
        "'', 2026-11-21",
        "'', 2026-03-08",
        "'', 2026-11-01",
        "braze, 2026-03-29",
        "iterable, 2026-11-22",
        "customerio, 2026-12-31",
        "klaviyo, 2026-11-02",
        "mautic, 2026-02-28"
    })
    void times_blocks_and_slots_are_re_derived(String preset, String date) throws IOException {
        write(preset);
        CampaignFile file = CampaignFileReader.read(folder.resolve("campaign.yml"));
        ContactPolicy policy = file.daily().contacts().orElseThrow().policy();
        List<ContactCap> caps =
                Stream.concat(policy.caps().stream(), file.daily().caps().stream()).toList();
        Random random = new Random(date.hashCode());
        CustomerZones zones = zones(random);
        List<Message> messages = file.offers().stream().map(CampaignOffer::message).toList();
        Timetable timetable =
                TimetableMaker.timetable(policy, LocalDate.parse(date), messages, zones);
        PastSends past = past(random, LocalDate.parse(date));
        Allowances expected =
                AllowanceCalculator.allowances(caps, timetable, past, new Execution(1));

        try (Database database = Database.over(folder)) {
            CampaignWords words = CampaignWords.read(folder.resolve("campaign.yml"));
            ContactWords contacts = ContactWords.read(folder, words);
            create(database, zones, past);
            new Schedule(database, contacts, date).create();
            assertThat(contacts.caps())
                    .extracting(CapLine::id)
                    .containsExactlyElementsOf(caps.stream().map(ContactCap::id).toList());
            new Slots(database, contacts.caps()).create();

            assertThat(times(database, file)).isEqualTo(times(timetable, file));
            assertThat(blocked(database)).isEqualTo(blocked(expected, caps, file));
            assertThat(left(database)).isEqualTo(left(expected));
        }
    }

    private void write(String preset) throws IOException {
        Files.writeString(
                folder.resolve("contacts.yml"),
                """
                time_zone: Asia/Singapore
                %s
                caps:
                  - {cap: weekly, channel: any, at_most: 3, per: 7 days}
                  - {cap: push_daily, channel: push, at_most: 1, per: day, zone: customer}
                  - {cap: promos, tag: promo, at_most: 4, per: month, counts: [sent, delivered]}
                  - {cap: sunday_week, channels: [email, push], at_most: 2, per: week, week_starts: sunday, zone: campaign}
                  - {cap: usual_week, channels: [email, sms], at_most: 3, per: week}
                  - {cap: email_gap, channel: email, gap: 16 hours}
                  - {cap: welcome, tag: welcome, at_most: 1, per: lifetime}
                  - {cap: hourly, channel: sms, at_most: 2, per: hour}
                  - {cap: twice, tag: promo/spring, at_most: 2, per: 3 days, overrides: [promos]}
                send_times: {email: "01:30", push: {at: "18:00", zone: campaign}, sms: "23:15"}
                quiet_hours:
                  - {channels: [sms], from: "21:00", until: "02:30", then: wait}
                  - {channels: [sms], from: "02:00", until: "04:15", then: wait}
                  - {channels: [push], from: "03:00", until: "06:00", zone: customer, then: cancel}
                """
                        .formatted(preset.isEmpty() ? "" : "preset: " + preset));
        Files.writeString(
                folder.resolve("campaign.yml"),
                """
                campaign: spring
                currency: USD
                time_zone: Europe/Paris
                contacts: contacts.yml
                history: {file: history.csv, treatment: arm, control: none, gmv: spend}
                audience: {file: audience.csv, customer: customer_id}
                offers:
                  - {offer: push_1, treatment: a, channel: push}
                  - {offer: push_2, treatment: b, channel: push, tags: [promo]}
                  - {offer: mail_1, treatment: a, channel: email, tags: [promo/spring, welcome]}
                  - {offer: mail_2, treatment: b, channel: email, tags: [promotion]}
                  - {offer: receipt, treatment: a, channel: email, obeys_caps: false, counts_toward_caps: true}
                  - {offer: text, treatment: b, channel: sms, tags: [promo/summer]}
                  - {offer: free, treatment: a, channel: sms, counts_toward_caps: false}
                budget: 100
                rules:
                  - {rule: contact_limit, channel: any, at_most: 2, per: day, zone: campaign}
                  - {rule: contact_limit, channel: push, gap: 30 hours}
                  - {rule: contact_limit, channel: any, at_most: 3}
                """);
    }

    private static CustomerZones zones(Random random) {
        short[] code = new short[CUSTOMERS];
        for (int i = 0; i < CUSTOMERS; i++) {
            code[i] = (short) (random.nextInt(ZONES.size() + 1) - 1);
        }
        return new CustomerZones(ZONES.stream().map(ZoneId::of).toList(), code);
    }

    private static PastSends past(Random random, LocalDate date) {
        List<PastSends.Kind> kinds = new ArrayList<>();
        List<String> tags = List.of("promo", "promo/spring", "welcome", "promotion");
        for (int i = 0; i < 40; i++) {
            String channel = List.of("push", "email", "sms").get(random.nextInt(3));
            List<String> own = random.nextBoolean() ? List.of() : List.of(tags.get(i % 4));
            SendStatus status = SendStatus.values()[i % SendStatus.values().length];
            Message message = new Message(channel, own, true, random.nextInt(5) > 0);
            kinds.add(new PastSends.Kind(message, status, "old", i % 3 == 0 ? 3600 * (i + 1) : 0));
        }
        int[] start = new int[CUSTOMERS + 1];
        List<Long> at = new ArrayList<>();
        List<Integer> kind = new ArrayList<>();
        long noon = date.atTime(12, 0).toEpochSecond(java.time.ZoneOffset.UTC);
        for (int i = 0; i < CUSTOMERS; i++) {
            long[] own =
                    random.longs(i % 10 == 0 ? 0 : random.nextInt(9), -9 * 86_400L, 2 * 86_400L)
                            .map(off -> noon + off)
                            .map(second -> i2(second))
                            .sorted()
                            .toArray();
            Arrays.stream(own).forEach(at::add);
            Arrays.stream(own).forEach(any -> kind.add(random.nextInt(40)));
            start[i + 1] = at.size();
        }
        char[] kindOf = new char[kind.size()];
        for (int i = 0; i < kindOf.length; i++) {
            kindOf[i] = (char) (int) kind.get(i);
        }
        return new PastSends(
                kinds, start, at.stream().mapToLong(Long::longValue).toArray(), kindOf);
    }

    /** Half of them at full hours, so that edges of windows meet. */
    private static long i2(long second) {
        return second % 2 == 0 ? second / 3600 * 3600 : second;
    }

    private static void create(Database database, CustomerZones zones, PastSends past) {
        database.run("create table zoned (customer varchar, zone varchar)");
        database.run(
                "create table past (customer varchar, moment bigint, channel varchar, tags varchar[], status varchar, counts boolean, gap bigint)");
        for (int i = 0; i < CUSTOMERS; i++) {
            short code = zones.code()[i];
            database.run(
                    "insert into zoned values ('c%d', %s)"
                            .formatted(i, code < 0 ? "null" : Database.quote(ZONES.get(code))));
            for (int send = past.start()[i]; send < past.start()[i + 1]; send++) {
                PastSends.Kind kind = past.kinds().get(past.kind()[send]);
                database.run(
                        "insert into past values ('c%d', %d, '%s', [%s]::varchar[], '%s', %b, %d)"
                                .formatted(
                                        i,
                                        past.at()[send],
                                        kind.message().channel(),
                                        AuditTables.listed(kind.message().tags()),
                                        kind.status().word(),
                                        kind.message().counts(),
                                        kind.gapSeconds()));
            }
        }
    }

    private static TreeMap<String, String> times(Database database, CampaignFile file) {
        TreeMap<String, String> times = new TreeMap<>();
        database.rows("select * from due")
                .forEach(
                        row ->
                                times.put(
                                        row.get("zone") + " " + row.get("offer"),
                                        row.get("state").equals("open")
                                                ? row.get("moment").toString()
                                                : row.get("state").toString()));
        times.keySet().removeIf(key -> ZONES.stream().noneMatch(key::startsWith));
        return times;
    }

    private static TreeMap<String, String> times(Timetable timetable, CampaignFile file) {
        TreeMap<String, String> times = new TreeMap<>();
        for (int zone = 0; zone < ZONES.size(); zone++) {
            for (int offer = 0; offer < file.offers().size(); offer++) {
                long at = timetable.at()[zone][offer];
                String said = at == Timetable.QUIET ? "quiet" : "expired";
                times.put(
                        ZONES.get(zone) + " " + file.offers().get(offer).offer().id(),
                        Timetable.goesOut(at) ? at + "" : said);
            }
        }
        return times;
    }

    /** Each blocked message with the first cap that forbids it. */
    private static String blocked(Database database) {
        return database
                .rows(
                        "select customer || ' ' || offer || ' ' || min(cap) as line from blocked group by customer, offer order by line")
                .stream()
                .map(row -> row.get("line").toString())
                .collect(Collectors.joining("\n"));
    }

    private static String blocked(Allowances expected, List<ContactCap> caps, CampaignFile file) {
        List<String> lines = new ArrayList<>();
        for (int offer = 0; offer < file.offers().size(); offer++) {
            for (int i = 0; i < CUSTOMERS; i++) {
                int cap = expected.blockedBy()[offer][i];
                if (cap != Allowances.FREE) {
                    lines.add("c%d %s %d".formatted(i, file.offers().get(offer).offer().id(), cap));
                }
            }
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static String left(Database database) {
        return database
                .rows(
                        "select customer || ' ' || cap || ' ' || most as line from slots order by line")
                .stream()
                .map(row -> row.get("line").toString())
                .collect(Collectors.joining("\n"));
    }

    private static String left(Allowances expected) {
        List<String> lines = new ArrayList<>();
        for (int cap = 0; cap < expected.left().length; cap++) {
            for (int i = 0; i < CUSTOMERS; i++) {
                if (expected.left()[cap][i] != Allowances.PLENTY) {
                    lines.add("c%d %d %d".formatted(i, cap, expected.left()[cap][i]));
                }
            }
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }
}
