package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void lengths_of_time_are_read_in_four_units() {
        assertThat(Span.of("40d")).isEqualTo(Duration.ofDays(40));
        assertThat(Span.of("36h")).isEqualTo(Duration.ofHours(36));
        assertThat(Span.of("90m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(Span.of("20s")).isEqualTo(Duration.ofSeconds(20));
        assertThatThrownBy(() -> Span.of("2 weeks")).hasMessageContaining("such as 36h or 40d");
    }

    @Test
    void rules_of_age_say_what_is_wrong_with_them() {
        assertThat(AgeRule.of("log=30h", true))
                .isEqualTo(new AgeRule("log", Duration.ofHours(30), true));
        assertThatThrownBy(() -> AgeRule.of("logs=30h", true))
                .hasMessageContaining(
                        "history, audience, purchases, future_value, customers, suppressed, log");
        assertThatThrownBy(() -> AgeRule.of("log", true)).hasMessageContaining("history=40d");
        assertThatThrownBy(() -> AgeRule.of("log=0h", true)).hasMessageContaining("positive");
    }

    @Test
    void words_keep_two_digits_or_so() {
        assertThat(Span.words(Duration.ofHours(36))).isEqualTo("36 hours");
        assertThat(Span.words(Duration.ofDays(40))).isEqualTo("40 days");
        assertThat(Span.words(Duration.ofSeconds(30))).isEqualTo("30 seconds");
        assertThat(Span.words(Duration.ofMillis(1500))).isEqualTo("1 second");
    }
}
