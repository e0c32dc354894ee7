package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.QuietHours;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.contacts.SendTime;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.contacts.Zone;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsFileReaderTest {
    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
    private static final Zone THEIRS = new Zone.Customers(SINGAPORE);
    private static final Zone HOUSE = new Zone.Fixed(SINGAPORE);
    private static final String GOOD =
            """
            time_zone: Asia/Singapore
            customers: {file: contacts.csv, customer: customer_id, time_zone: tz, address: {email: email, sms: phone}, consent: {email: email_ok, push: push_ok}}
            suppressed: [{file: suppressed.csv, address: email, channels: [email]}]
            holdout: {share: 0.02, salt: house-2026}
            caps:
              - {cap: weekly, channel: any, at_most: 3, per: 7 days}
              - {cap: push_daily, channel: push, at_most: 1, per: day, zone: customer}
              - {cap: promos, tag: promo, at_most: 4, per: month, counts: [sent, delivered]}
              - {cap: newsletter_week, channels: [email, push], at_most: 2, per: week, week_starts: sunday, zone: campaign}
              - {cap: email_gap, channel: email, gap: 16 hours}
              - {cap: welcome, tag: welcome, at_most: 1, per: lifetime}
              - {cap: never, channel: fax, at_most: 0, per: hour, zone: Europe/Paris, overrides: [weekly]}
            send_times: {email: "09:00", push: {at: "18:00", zone: campaign}}
            quiet_hours: [{channels: [sms], from: "21:00", until: "08:00", then: wait}]
            expires_after: 48 hours
            """;

    @TempDir Path folder;

    @Test
    void a_good_file_is_read_whole() throws IOException {
        ContactsFile file = read(GOOD);
        ContactPolicy policy = file.policy();
        assertThat(file.people().orElseThrow().source())
                .isEqualTo(new Source.Files(folder, "contacts.csv"));
        assertThat(file.people().orElseThrow().timeZone()).contains("tz");
        assertThat(file.people().orElseThrow().address())
                .isEqualTo(Map.of("email", "email", "sms", "phone"));
        assertThat(file.people().orElseThrow().consent())
                .isEqualTo(Map.of("email", "email_ok", "push", "push_ok"));
        assertThat(file.suppressed()).hasSize(1);
        assertThat(file.suppressed().get(0).address()).contains("email");
        assertThat(file.suppressed().get(0).channels()).containsExactly("email");
        assertThat(file.holdout()).contains(new Holdout("global", "house-2026", 0, 200));
        assertThat(policy.zone()).isEqualTo(THEIRS);
        assertThat(policy.expiresAfter()).isEqualTo(Duration.ofHours(48));
        assertThat(policy.sendTimes())
                .containsExactly(
                        new SendTime("email", LocalTime.of(9, 0), THEIRS),
                        new SendTime("push", LocalTime.of(18, 0), HOUSE));
        assertThat(policy.quietHours())
                .containsExactly(
                        new QuietHours(
                                List.of("sms"),
                                LocalTime.of(21, 0),
                                LocalTime.of(8, 0),
                                THEIRS,
                                QuietHours.Then.WAIT));
    }

    @Test
    void caps_say_what_they_count_and_over_which_time() throws IOException {
        List<ContactCap> caps = read(GOOD).policy().caps();
        assertThat(caps)
                .extracting(ContactCap::id)
                .containsExactly(
                        "weekly",
                        "push_daily",
                        "promos",
                        "newsletter_week",
                        "email_gap",
                        "welcome",
                        "never");
        assertThat(caps)
                .extracting(ContactCap::window)
                .containsExactly(
                        new Window.Rolling(Duration.ofDays(7)),
                        new Window.Calendar(Window.Unit.DAY, DayOfWeek.MONDAY, THEIRS),
                        new Window.Calendar(Window.Unit.MONTH, DayOfWeek.MONDAY, THEIRS),
                        new Window.Calendar(Window.Unit.WEEK, DayOfWeek.SUNDAY, HOUSE),
                        new Window.Gap(Duration.ofHours(16), false),
                        new Window.Lifetime(),
                        new Window.Calendar(
                                Window.Unit.HOUR,
                                DayOfWeek.MONDAY,
                                new Zone.Fixed(ZoneId.of("Europe/Paris"))));
        assertThat(caps).extracting(ContactCap::atMost).containsExactly(3, 1, 4, 2, 1, 1, 0);
        assertThat(caps.get(0).channels()).isEmpty();
        assertThat(caps.get(3).channels()).containsExactly("email", "push");
        assertThat(caps.get(5).tags()).containsExactly("welcome");
        assertThat(caps.get(6).overrides()).containsExactly("weekly");
    }

    @Test
    void a_reservation_counts_whatever_statuses_are_named() throws IOException {
        assertThat(read(GOOD).policy().caps().get(2).counted())
                .isEqualTo(Set.of(SendStatus.PLANNED, SendStatus.SENT, SendStatus.DELIVERED));
        assertThat(read(GOOD).policy().caps().get(0).counted())
                .isEqualTo(ContactCap.usuallyCounted());
    }

    @Test
    void only_the_time_zone_is_required() throws IOException {
        ContactsFile file = read("time_zone: Europe/Paris\n");
        assertThat(file.policy())
                .isEqualTo(ContactPolicy.free(new Zone.Customers(ZoneId.of("Europe/Paris"))));
        assertThat(file.people()).isEmpty();
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        time_zone: Asia/Singapur
                                        preset: brase
                                        caps:
                                          - {cap: weekly, channel: any, per: 7 days}
                                          - {cap: weekly, at_most: -1, per: 1 month}
                                          - {cap: gap, gap: 16 hours, at_most: 2, zone: customer}
                                          - {cap: both, gap: 1 h, per: day, at_most: 1}
                                          - {cap: neither, at_most: 1}
                                          - {cap: odd, at_most: 1, per: day, counts: [send], chanel: push, overrides: [weekli]}
                                          - {at_most: 1, per: day, week_starts: sunday}
                                        quiet_hours: [{from: "9pm", until: "08:00", then: wait}]
                                        send_times: {email: "25:00"}
                                        holdout: {share: 0.2, from: 9000, salt: x}
                                        expires_after: 3 fortnights
                                        suppressed: [{file: x.csv}]
                                        """))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        """
                        20 problems
                        contacts.yml:
                          line 1: time_zone (Asia/Singapur) must be a time zone. Did you mean 'Asia/Singapore'?
                          line 2: preset (brase) must be one of marginal, braze, iterable, customerio, klaviyo, mautic. Did you mean 'braze'?
                          line 15: suppressed[1].customer is missing. Such as: customer: customer_id, or address: email.
                          line 13: holdout.from (9000) must leave room for the share: buckets end at 10000. This holdout would end at 11000.
                          line 4: caps[1].at_most is missing. Such as: at_most: 3; 0 forbids.
                          line 5: caps[2].per (1 month) must be hour, day, week, month, lifetime, or a length of time up to 366 days. Months differ in length: say per: month, or a number of days.
                          line 5: caps[2].at_most (-1) must be a whole number, 0 or more.
                          line 5: caps[2].cap (weekly) must be unique. Another cap has the same name.
                          line 6: caps[3].zone (customer) has no effect beside gap. Leave it out.
                          line 6: caps[3].at_most (2) has no effect beside gap. A gap lies between any two sends.
                          line 7: caps[4].gap (and per) must not both be given. Keep one of the two.
                          line 8: caps[5].per is missing. Such as: per: 7 days, per: day, per: lifetime, or gap: 16 hours.
                          line 9: caps[6].counts (send) must be one of planned, attempted, sent, delivered, bounced, failed, cancelled, expired. Did you mean 'sent'?
                          line 9: caps[6].chanel is not a key here. Did you mean 'channel'?
                          line 10: caps[7].cap is missing. Such as: cap: weekly.
                          line 10: caps[7].week_starts (sunday) has no effect beside per: day. Leave it out.
                          line 9: caps[6].overrides (weekli) must be the name of another cap. Did you mean 'weekly'?
                          line 14: expires_after (3 fortnights) must be a length of time up to 366 days. Such as 16 hours or 3 days.
                          line 12: send_times.email (25:00) must be a time of day. Such as "09:00" or "21:30", in quotes.
                          line 11: quiet_hours[1].from (9pm) must be a time of day. Such as "09:00" or "21:30", in quotes."""
                                .stripTrailing());
    }

    @Test
    void quiet_hours_are_some_of_the_day_and_say_what_then() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        time_zone: UTC
                                        quiet_hours:
                                          - {from: "08:00", until: "08:00", then: wait}
                                          - {from: "21:00", until: "08:00", then: pause, channels: [any]}
                                        """))
                .hasMessageContaining(
                        "line 3: quiet_hours[1].until (08:00) must not be the time of from.")
                .hasMessageContaining(
                        "line 4: quiet_hours[2].then (pause) must be one of wait, cancel.")
                .hasMessageContaining(
                        "line 4: quiet_hours[2].channels must be words other than any.");
    }

    @ParameterizedTest
    @CsvSource({
        "7 days, PT168H",
        "1 day, PT24H",
        "2 weeks, PT336H",
        "36 hours, PT36H",
        "90 min, PT1H30M",
        "45 seconds, PT45S"
    })
    void numbers_are_counted_to_the_second(String per, String length) throws IOException {
        assertThat(window("", per)).isEqualTo(new Window.Rolling(Duration.parse(length)));
    }

    @ParameterizedTest
    @CsvSource({
        "braze, day, 'Calendar[unit=DAY, weekStart=MONDAY, zone=Customers[fallback=Asia/Singapore]]'",
        "braze, 1 day, 'CalendarDays[days=1, zone=Customers[fallback=Asia/Singapore]]'",
        "braze, 30 days, 'CalendarDays[days=30, zone=Customers[fallback=Asia/Singapore]]'",
        "braze, week, Rolling[length=PT168H]",
        "braze, 1 week, Rolling[length=PT168H]",
        "braze, 90 minutes, Rolling[length=PT1H30M]",
        "iterable, day, 'Calendar[unit=DAY, weekStart=SUNDAY, zone=Fixed[zone=Asia/Singapore]]'",
        "iterable, 1 day, 'Calendar[unit=DAY, weekStart=SUNDAY, zone=Fixed[zone=Asia/Singapore]]'",
        "iterable, 1 week, 'Calendar[unit=WEEK, weekStart=SUNDAY, zone=Fixed[zone=Asia/Singapore]]'",
        "iterable, 1 month, 'Calendar[unit=MONTH, weekStart=SUNDAY, zone=Fixed[zone=Asia/Singapore]]'",
        "iterable, 2 days, Rolling[length=PT48H]",
        "customerio, day, Rolling[length=PT24H]",
        "customerio, week, Rolling[length=PT168H]",
        "customerio, 1 month, Rolling[length=PT744H]",
        "mautic, day, Rolling[length=PT24H]",
        "mautic, week, Rolling[length=PT168H]",
        "mautic, month, Rolling[length=PT744H]",
        "klaviyo, day, 'Calendar[unit=DAY, weekStart=MONDAY, zone=Customers[fallback=Asia/Singapore]]'",
        "'mautic', 'day, zone: customer', 'Calendar[unit=DAY, weekStart=MONDAY, zone=Customers[fallback=Asia/Singapore]]'",
        "'braze', 'week, week_starts: sunday', 'Calendar[unit=WEEK, weekStart=SUNDAY, zone=Customers[fallback=Asia/Singapore]]'",
        "'iterable', 'day, zone: customer', 'Calendar[unit=DAY, weekStart=SUNDAY, zone=Customers[fallback=Asia/Singapore]]'"
    })
    void presets_say_what_a_day_or_a_week_is(String preset, String per, String window)
            throws IOException {
        assertThat(window("preset: " + preset, per)).hasToString(window);
    }

    @ParameterizedTest
    @CsvSource({
        "marginal, true, false",
        "braze, true, false",
        "iterable, false, false",
        "customerio, false, false",
        "klaviyo, true, false",
        "mautic, true, true"
    })
    void presets_say_what_counts(String preset, boolean attempted, boolean failed)
            throws IOException {
        Set<SendStatus> counted =
                read("time_zone: UTC\npreset: %s\ncaps: [{cap: x, at_most: 1, per: day}]\n"
                                .formatted(preset))
                        .policy()
                        .caps()
                        .get(0)
                        .counted();
        assertThat(counted.contains(SendStatus.ATTEMPTED)).isEqualTo(attempted);
        assertThat(counted.contains(SendStatus.FAILED)).isEqualTo(failed);
        assertThat(counted).contains(SendStatus.PLANNED, SendStatus.BOUNCED);
    }

    @Test
    void klaviyos_gaps_hold_unwritten_and_frozen_until_a_gap_is_written() throws IOException {
        List<ContactCap> caps =
                read("time_zone: UTC\npreset: klaviyo\ncaps: [{cap: mails, channel: email, gap: 8 hours}]\n")
                        .policy()
                        .caps();
        assertThat(caps)
                .extracting(cap -> cap.id() + " " + cap.window())
                .containsExactly(
                        "mails Gap[least=PT8H, frozen=true]",
                        "smart_sending_sms Gap[least=PT24H, frozen=true]",
                        "smart_sending_push Gap[least=PT24H, frozen=true]");
        assertThat(read("time_zone: UTC\npreset: klaviyo\n").policy().caps().get(0).window())
                .isEqualTo(new Window.Gap(Duration.ofHours(16), true));
    }

    @Test
    void with_iterable_a_cap_on_tags_takes_the_place_of_those_on_its_channels() throws IOException {
        String caps =
                """
                time_zone: UTC
                preset: %s
                caps:
                  - {cap: mails, channel: email, at_most: 1, per: day}
                  - {cap: pushes, channel: push, at_most: 1, per: day}
                  - {cap: promos, channel: email, tag: promo, at_most: 3, per: day}
                  - {cap: news, channel: email, tag: news, at_most: 2, per: day, overrides: []}
                """;
        assertThat(read(caps.formatted("iterable")).policy().caps())
                .extracting(ContactCap::overrides)
                .containsExactly(List.of(), List.of(), List.of("mails"), List.of());
        assertThat(read(caps.formatted("braze")).policy().caps())
                .extracting(ContactCap::overrides)
                .containsOnly(List.of());
    }

    private Window window(String preset, String per) throws IOException {
        return read("time_zone: Asia/Singapore\n%s\ncaps: [{cap: x, at_most: 1, per: %s}]\n"
                        .formatted(preset, per))
                .policy()
                .caps()
                .get(0)
                .window();
    }

    private ContactsFile read(String text) throws IOException {
        return ContactsFileReader.read(Files.writeString(folder.resolve("contacts.yml"), text));
    }
}
