package dev.marginal.app.job.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.job.UnixCron;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class QuartzCronTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * *        | 0 0 3 * * ?",
                "30 2 * * 0       | 0 30 2 ? * SUN",
                "30 2 * * 7       | 0 30 2 ? * SUN",
                "30 2 * * 1-5     | 0 30 2 ? * MON,TUE,WED,THU,FRI",
                "30 2 * * 5-7     | 0 30 2 ? * SUN,FRI,SAT",
                "*/15 * * * *     | 0 0,15,30,45 * * * ?",
                "0 4 1,15 * *     | 0 0 4 1,15 * ?",
                "0 4 * 1-3 *      | 0 0 4 * 1,2,3 ?",
                "@weekly          | 0 0 0 ? * SUN"
            })
    void five_fields_become_six_that_mean_the_same(String cron, String quartz) {
        assertThat(QuartzCron.of(UnixCron.of(cron))).isEqualTo(quartz);
        assertThat(CronExpression.isValidExpression(quartz)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0 3 * * *",
                "*/7 1-5/2 * * *",
                "17 4 * * 0",
                "17 4 * * 1",
                "17 4 * * 6,7",
                "0 0 31 * *",
                "0 0 29 2 *",
                "45 23 1-7 3-11/2 *",
                "@monthly"
            })
    void quartz_fires_when_the_last_time_says_it_should_have(String text) throws Exception {
        UnixCron cron = UnixCron.of(text);
        CronExpression quartz = expression(text, ZoneId.of("Asia/Singapore"));
        Date time = Date.from(Instant.parse("2026-11-21T00:00:00Z"));
        for (int i = 0; i < 20; i++) {
            time = quartz.getNextValidTimeAfter(time);
            ZonedDateTime fired = time.toInstant().atZone(ZoneId.of("Asia/Singapore"));
            assertThat(cron.lastUntil(fired)).contains(fired);
            assertThat(cron.lastUntil(fired.plusSeconds(59))).contains(fired);
        }
    }

    @Test
    void quartz_alone_leaves_out_a_time_that_a_day_does_not_have() throws Exception {
        assertThat(dates("30 2 * * *", "2026-03-27T12:00:00Z", 2))
                .containsExactly("2026-03-28", "2026-03-30");
        assertThat(dates("30 2 * * *", "2026-10-23T12:00:00Z", 4)).contains("2026-10-25");
        assertThat(dates("0 3 * * *", "2026-10-23T12:00:00Z", 4))
                .containsExactly("2026-10-24", "2026-10-25", "2026-10-26", "2026-10-27");
    }

    private static List<String> dates(String cron, String from, int count) throws ParseException {
        CronExpression quartz = expression(cron, BERLIN);
        List<String> dates = new ArrayList<>();
        Date time = Date.from(Instant.parse(from));
        for (int i = 0; i < count; i++) {
            time = quartz.getNextValidTimeAfter(time);
            dates.add(time.toInstant().atZone(BERLIN).toLocalDate().toString());
        }
        return dates;
    }

    private static CronExpression expression(String cron, ZoneId zone) throws ParseException {
        CronExpression quartz = new CronExpression(QuartzCron.of(UnixCron.of(cron)));
        quartz.setTimeZone(TimeZone.getTimeZone(zone));
        return quartz;
    }
}
