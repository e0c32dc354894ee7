package dev.marginal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void every_number_is_called_once(int threads) {
        AtomicIntegerArray calls = new AtomicIntegerArray(100);

        new Execution(threads).each(100, calls::incrementAndGet);

        for (int number = 0; number < 100; number++) {
            assertThat(calls.get(number)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_a_call_throws_ends_the_work(int threads) {
        Execution execution = new Execution(threads);

        assertThatThrownBy(
                        () ->
                                execution.each(
                                        3,
                                        number -> {
                                            throw new IllegalArgumentException("no such number");
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such number");
    }
}
