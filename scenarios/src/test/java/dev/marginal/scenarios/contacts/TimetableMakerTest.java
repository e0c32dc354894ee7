package dev.marginal.scenarios.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableMakerTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Zone THEIRS = new Zone.Customers(ZoneId.of("Asia/Singapore"));
    private static final List<ZoneId> ZONES = List.of(PARIS, NEW_YORK);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private Duration expiresAfter = Duration.ofHours(72);

    @Test
    void messages_go_out_at_noon_on_the_customers_clock_unless_told() {
        assertThat(at(DAY, List.of(), List.of(), 0)).isEqualTo("2026-11-21T11:00:00Z");
        assertThat(at(DAY, List.of(), List.of(), 1)).isEqualTo("2026-11-21T17:00:00Z");
    }

    @Test
    void where_a_customers_zone_is_unknown_the_fallback_holds() {
        assertThat(at(DAY, List.of(), List.of(), -1)).isEqualTo("2026-11-21T04:00:00Z");
    }

    @Test
    void a_fixed_send_time_is_one_moment_for_everyone() {
        List<SendTime> evening =
                List.of(new SendTime("sms", LocalTime.of(18, 0), new Zone.Fixed(PARIS)));
        assertThat(at(DAY, evening, List.of(), 1)).isEqualTo("2026-11-21T17:00:00Z");
        assertThat(at(DAY, evening, List.of(), -1)).isEqualTo("2026-11-21T17:00:00Z");
    }

    @Test
    void a_time_that_the_clock_skips_moves_later_and_one_shown_twice_is_the_first() {
        LocalDate spring = LocalDate.of(2026, 3, 29);
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        assertThat(at(spring, at("02:30"), List.of(), 0)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(at(autumn, at("02:30"), List.of(), 0)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void quiet_hours_wrap_midnight_and_make_wait_until_their_end() {
        List<QuietHours> night = List.of(quiet("21:00", "08:00", QuietHours.Then.WAIT));
        assertThat(at(DAY, at("21:00"), night, 0)).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(at(DAY, at("07:59"), night, 0)).isEqualTo("2026-11-21T07:00:00Z");
        assertThat(at(DAY, at("20:59"), night, 0)).isEqualTo("2026-11-21T19:59:00Z");
        assertThat(at(DAY, at("08:00"), night, 0)).isEqualTo("2026-11-21T07:00:00Z");
    }

    @Test
    void quiet_hours_end_by_the_clock_in_a_night_of_clock_changes() {
        List<QuietHours> night = List.of(quiet("21:00", "08:00", QuietHours.Then.WAIT));
        assertThat(at(LocalDate.of(2026, 3, 28), at("22:00"), night, 0))
                .isEqualTo("2026-03-29T06:00:00Z");
        assertThat(at(LocalDate.of(2026, 10, 24), at("22:00"), night, 0))
                .isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void an_end_that_the_clock_shows_again_is_the_next_one_it_shows() {
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        List<QuietHours> short_ = List.of(quiet("02:10", "02:40", QuietHours.Then.WAIT));
        assertThat(at(autumn, at("02:15"), short_, 0)).isEqualTo("2026-10-25T00:40:00Z");
    }

    @Test
    void one_quiet_time_after_another_is_waited_for() {
        List<QuietHours> two =
                List.of(
                        quiet("12:00", "14:00", QuietHours.Then.WAIT),
                        quiet("14:00", "15:30", QuietHours.Then.WAIT),
                        quiet("11:00", "12:30", QuietHours.Then.WAIT));
        assertThat(at(DAY, at("11:30"), two, 0)).isEqualTo("2026-11-21T14:30:00Z");
    }

    @Test
    void quiet_hours_can_cancel_also_after_others_made_wait() {
        List<QuietHours> two =
                List.of(
                        quiet("11:00", "14:00", QuietHours.Then.WAIT),
                        quiet("14:00", "15:00", QuietHours.Then.CANCEL));
        assertThat(seconds(DAY, List.of(), two, 0)).isEqualTo(Timetable.QUIET);
        assertThat(seconds(DAY, at("15:00"), two, 0)).isPositive();
    }

    @Test
    void quiet_hours_of_other_channels_do_not_matter() {
        QuietHours others =
                new QuietHours(
                        List.of("email"),
                        LocalTime.of(9, 0),
                        LocalTime.of(18, 0),
                        THEIRS,
                        QuietHours.Then.CANCEL);
        assertThat(at(DAY, List.of(), List.of(others), 0)).isEqualTo("2026-11-21T11:00:00Z");
    }

    @Test
    void a_message_that_would_wait_too_long_expires() {
        List<QuietHours> night = List.of(quiet("21:00", "08:00", QuietHours.Then.WAIT));
        expiresAfter = Duration.ofHours(10);
        assertThat(seconds(DAY, at("21:59"), night, 0)).isEqualTo(Timetable.EXPIRED);
        assertThat(at(DAY, at("22:00"), night, 0)).isEqualTo("2026-11-22T07:00:00Z");
    }

    @Test
    void quiet_hours_all_round_the_clock_let_everything_expire() {
        List<QuietHours> always =
                List.of(
                        quiet("06:00", "18:00", QuietHours.Then.WAIT),
                        quiet("18:00", "06:00", QuietHours.Then.WAIT));
        assertThat(seconds(DAY, List.of(), always, 0)).isEqualTo(Timetable.EXPIRED);
    }

    private static List<SendTime> at(String time) {
        return List.of(new SendTime("sms", LocalTime.parse(time), THEIRS));
    }

    private static QuietHours quiet(String from, String until, QuietHours.Then then) {
        return new QuietHours(
                List.of("sms"), LocalTime.parse(from), LocalTime.parse(until), THEIRS, then);
    }

    private String at(LocalDate date, List<SendTime> times, List<QuietHours> quiet, int zone) {
        return Instant.ofEpochSecond(seconds(date, times, quiet, zone)).toString();
    }

    private long seconds(LocalDate date, List<SendTime> times, List<QuietHours> quiet, int zone) {
        ContactPolicy policy = new ContactPolicy(List.of(), times, quiet, THEIRS, expiresAfter);
        CustomerZones zones = new CustomerZones(ZONES, new short[] {(short) zone});
        return TimetableMaker.timetable(policy, date, List.of(Message.marketing("sms")), zones)
                .at(0, 0);
    }
}
