package dev.marginal.app.job.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.job.UnixCron;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NightWatchTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_night_whose_time_is_left_out_by_the_clocks_begins_an_hour_later() {
        Clock spring = Clock.fixed(Instant.parse("2027-03-27T12:00:00Z"), BERLIN);
        try (NightWatch watch =
                new NightWatch(UnixCron.of("30 2 * * *"), BERLIN, spring, next -> {})) {
            assertThat(watch.next())
                    .isEqualTo(ZonedDateTime.parse("2027-03-28T03:30+02:00[Europe/Berlin]"));
            assertThat(watch.due()).contains(Instant.parse("2027-03-28T01:30:00Z"));
        }
    }

    @Test
    void the_running_night_may_end_and_no_other_begins() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (NightWatch watch = everyNight()) {
            Thread night =
                    new Thread(
                            () ->
                                    watch.now(
                                            () -> {
                                                running.countDown();
                                                waitFor(mayEnd);
                                            }));
            night.start();
            waitFor(running);

            assertThat(watch.drain(Duration.ofMillis(50))).isFalse();
            mayEnd.countDown();
            assertThat(watch.drain(Duration.ofSeconds(10))).isTrue();
            night.join();
        }
    }

    private static NightWatch everyNight() {
        return new NightWatch(UnixCron.of("0 3 * * *"), BERLIN, Clock.systemUTC(), next -> {});
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
