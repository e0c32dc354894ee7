package dev.marginal.app.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.contacts.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CapWordsTest {
    @Test
    void every_window_has_its_words() {
        Zone zone = new Zone.Fixed(ZoneOffset.UTC);

        assertThat(CapWords.of(new Window.Rolling(Duration.ofDays(7)))).isEqualTo("in 7 days");
        assertThat(CapWords.of(new Window.Rolling(Duration.ofMinutes(90))))
                .isEqualTo("in 90 minutes");
        assertThat(CapWords.of(new Window.Calendar(Window.Unit.WEEK, DayOfWeek.MONDAY, zone)))
                .isEqualTo("per calendar week");
        assertThat(CapWords.of(new Window.CalendarDays(1, zone))).isEqualTo("per calendar day");
        assertThat(CapWords.of(new Window.CalendarDays(3, zone))).isEqualTo("in 3 calendar days");
        assertThat(CapWords.of(new Window.Gap(Duration.ofHours(1), false)))
                .isEqualTo("1 hour apart");
        assertThat(CapWords.of(new Window.Lifetime())).isEqualTo("ever");
    }
}
