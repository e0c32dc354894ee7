package dev.marginal.benchmarks.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.tables.Execution;
import org.junit.jupiter.api.Test;

class ManySendsTest {
    @Test
    void any_number_of_threads_generates_the_same_log() {
        ManySends one = ManySends.of(200_000, 600_000, 1, new Execution(1));
        ManySends three = ManySends.of(200_000, 600_000, 1, new Execution(3));
        assertThat(three.past().at()).isEqualTo(one.past().at());
        assertThat(three.past().kind()).isEqualTo(one.past().kind());
        assertThat(three.zones().code()).isEqualTo(one.zones().code());
    }

    @Test
    void a_log_has_about_as_many_sends_as_asked_for_in_ascending_order() {
        PastSends past = ManySends.of(200_000, 600_000, 1, new Execution(2)).past();
        assertThat(past.at().length).isBetween(590_000, 610_000);
        for (int customer = 0; customer < past.customers(); customer++) {
            for (int i = past.start()[customer] + 1; i < past.start()[customer + 1]; i++) {
                assertThat(past.at()[i]).isGreaterThanOrEqualTo(past.at()[i - 1]);
            }
        }
    }
}
