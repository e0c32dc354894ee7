package dev.marginal.value.boosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.value.evaluation.ValueEvaluation;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a boosted model is better than BG/NBD and when not: worlds of seeds 1 to 9, all of them. */
@Tag("slow")
class BoostedEvidenceTest {
    private static final int CUSTOMERS = 6_000;

    private static List<ValueEvaluation> telling;
    private static List<ValueEvaluation> tellingLogNormal;
    private static List<ValueEvaluation> noise;
    private static List<ValueEvaluation> noiseLogNormal;

    @BeforeAll
    static void judge() {
        telling = worlds(1, AmountHead.GAMMA);
        tellingLogNormal = worlds(1, AmountHead.LOG_NORMAL);
        noise = worlds(0, AmountHead.GAMMA);
        noiseLogNormal = worlds(0, AmountHead.LOG_NORMAL);
    }

    private static List<ValueEvaluation> worlds(double strength, AmountHead head) {
        return LongStream.rangeClosed(1, 9)
                .mapToObj(seed -> ProspectsHoldout.of(seed, CUSTOMERS, strength).judge(head))
                .toList();
    }

    @Test
    void columns_that_tell_something_rank_customers_better_than_bg_nbd_in_every_world() {
        for (ValueEvaluation world : telling) {
            assertThat(ProspectsHoldout.gini(world, "boosted"))
                    .isGreaterThan(ProspectsHoldout.gini(world, "bg_nbd"));
        }
        assertThat(mean(telling, "boosted", ProspectsHoldout::gini)).isEqualTo(.9100, within(.003));
        assertThat(mean(telling, "bg_nbd", ProspectsHoldout::gini)).isEqualTo(.9007, within(.003));
    }

    @Test
    void columns_that_tell_nothing_leave_bg_nbd_ahead() {
        assertThat(mean(noise, "boosted", ProspectsHoldout::gini))
                .isLessThan(mean(noise, "bg_nbd", ProspectsHoldout::gini));
        assertThat(mean(noise, "boosted", ProspectsHoldout::error))
                .isGreaterThan(mean(noise, "bg_nbd", ProspectsHoldout::error));
    }

    @Test
    void gamma_amounts_miss_by_less_than_log_normal_ones() {
        assertThat(wins(telling, tellingLogNormal) + wins(noise, noiseLogNormal))
                .isGreaterThanOrEqualTo(15);
    }

    private static long wins(List<ValueEvaluation> gamma, List<ValueEvaluation> logNormal) {
        return LongStream.range(0, gamma.size())
                .filter(
                        world ->
                                ProspectsHoldout.error(gamma.get((int) world), "boosted")
                                        < ProspectsHoldout.error(
                                                logNormal.get((int) world), "boosted"))
                .count();
    }

    private static double mean(
            List<ValueEvaluation> worlds,
            String name,
            ToDoubleBiFunction<ValueEvaluation, String> of) {
        return worlds.stream()
                .mapToDouble(world -> of.applyAsDouble(world, name))
                .average()
                .orElseThrow();
    }
}
