package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Retries RETRIES =
            new Retries(5, Duration.ofSeconds(30), Duration.ofMinutes(10), 7);

    @Test
    void pauses_double_up_to_the_longest_and_are_drawn_from_their_upper_half() {
        for (int failed = 1; failed < 12; failed++) {
            long whole = Math.min(30_000L << (failed - 1), 600_000);
            assertThat(RETRIES.pauseAfter(failed).toMillis()).isBetween(whole / 2, whole);
        }
    }

    @Test
    void pauses_follow_from_the_seed() {
        Retries others = new Retries(5, Duration.ofSeconds(30), Duration.ofMinutes(10), 8);

        assertThat(RETRIES.pauseAfter(3)).isEqualTo(RETRIES.pauseAfter(3));
        assertThat(RETRIES.pauseAfter(3)).isNotEqualTo(others.pauseAfter(3));
    }

    @Test
    void only_what_may_pass_is_tried_again() {
        assertThat(RETRIES.mayHelp(new PlanInHand("by another"))).isTrue();
        assertThat(RETRIES.mayHelp(new UncheckedIOException(new IOException("away")))).isTrue();
        assertThat(RETRIES.mayHelp(new StaleInput("still growing", true))).isTrue();

        assertThat(RETRIES.mayHelp(new StaleInput("of last month"))).isFalse();
        assertThat(RETRIES.mayHelp(new BadInput(Problem.of("a.csv", "is bad", "")))).isFalse();
        assertThat(RETRIES.mayHelp(new PlanInTheWay("another stands there"))).isFalse();
        assertThat(RETRIES.mayHelp(new IllegalStateException("a bug"))).isFalse();
    }
}
