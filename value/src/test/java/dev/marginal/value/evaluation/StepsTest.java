package dev.marginal.value.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.value.UnitOfTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void cdnow_is_twice_39_whole_weeks() {
        Steps weeks = Steps.over(546, 272, UnitOfTime.WEEK);

        assertThat(weeks.ends()).hasSize(78);
        assertThat(weeks.lengths()).containsOnly(7);
        assertThat(weeks.until(272)).isEqualTo(39);
    }

    @Test
    void a_unit_that_makes_too_many_or_too_few_steps_is_changed() {
        assertThat(Steps.over(546, 272, UnitOfTime.DAY).unit()).isEqualTo(UnitOfTime.WEEK);
        assertThat(Steps.over(546, 272, UnitOfTime.YEAR).unit()).isEqualTo(UnitOfTime.WEEK);
        assertThat(Steps.over(546, 272, UnitOfTime.MONTH).unit()).isEqualTo(UnitOfTime.MONTH);
        assertThat(Steps.over(20, 9, UnitOfTime.WEEK).unit()).isEqualTo(UnitOfTime.DAY);
        assertThat(Steps.over(50_000, 25_000, UnitOfTime.WEEK).unit()).isEqualTo(UnitOfTime.YEAR);
    }

    @Test
    void the_cut_and_the_last_day_end_a_step_and_no_day_is_in_two() {
        for (int days = 2; days < 700; days += 13) {
            for (int cut = 0; cut < days - 1; cut += 11) {
                for (UnitOfTime unit : UnitOfTime.KNOWN) {
                    Steps steps = Steps.over(days, cut, unit);

                    assertThat(steps.ends()).contains(cut, days - 1);
                    assertThat(steps.last()).isEqualTo(days - 1);
                    assertThat(IntStream.of(steps.lengths()).allMatch(length -> length > 0))
                            .isTrue();
                    assertThat(IntStream.of(steps.lengths()).sum()).isEqualTo(days);
                }
            }
        }
    }
}
