package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnixCronTest {
    @ParameterizedTest(name = "{0}: weekdays {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * 0     | 0",
                "0 3 * * 7     | 0",
                "0 3 * * 1-5   | 1 2 3 4 5",
                "0 3 * * mon-fri | 1 2 3 4 5",
                "0 3 * * 5-7   | 0 5 6",
                "0 3 * * */2   | 0 2 4 6",
                "0 3 * * SUN,3 | 0 3",
                "0 3 * * *     | 0 1 2 3 4 5 6"
            })
    void days_of_the_week_are_read_as_cron_does(String text, String weekdays) {
        assertThat(UnixCron.of(text).weekdays())
                .extracting(String::valueOf)
                .containsExactly(weekdays.split(" "));
    }

    @Test
    void steps_ranges_lists_and_names_are_read() {
        UnixCron cron = UnixCron.of("*/20,7 1-9/4 1,15 jan-mar *");

        assertThat(cron.minutes()).containsExactly(0, 7, 20, 40);
        assertThat(cron.hours()).containsExactly(1, 5, 9);
        assertThat(cron.days()).containsExactly(1, 15);
        assertThat(cron.months()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 3 * * *  | five fields",
                "@reboot      | @daily",
                "60 3 * * *   | minute (60) must be 0 to 59",
                "0 3 32 * *   | day of month (32) must be 1 to 31",
                "0 3 30 2 *   | a day that some month has",
                "0 3 1 * 1    | cron runs on either",
                "0 3 L * *    | day of month (l) must be 1 to 31",
                "0 3 ? * *    | L, W, # and ? are not cron's",
                "0 3 * * 1#2  | L, W, # and ? are not cron's",
                "5/15 3 * * * | a step of a range",
                "0 9-3 * * *  | a range upwards",
                "*/0 3 * * *  | a step of 1 or more",
                "0 3 * * 8    | 0 to 7, or sun mon"
            })
    void what_cannot_be_expressed_is_refused_in_words(String text, String words) {
        assertThatThrownBy(() -> UnixCron.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void the_last_time_is_found_across_months_and_leap_days() {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-21T02:59:59+08:00[Asia/Singapore]");

        assertThat(UnixCron.of("0 3 * * *").lastUntil(now))
                .contains(ZonedDateTime.parse("2026-11-20T03:00+08:00[Asia/Singapore]"));
        assertThat(UnixCron.of("0 3 29 2 *").lastUntil(now))
                .contains(ZonedDateTime.parse("2024-02-29T03:00+08:00[Asia/Singapore]"));
    }
}
