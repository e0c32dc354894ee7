package dev.marginal.value.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.IdColumn;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.purchases.PurchaseModels;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CDNOW's models, for customers who began 272 days ago and came back up to 20 times. */
class PastsTest {
    private static final Map<String, PurchaseModel> MODELS =
            Map.of(
                    "pareto_nbd",
                    PurchaseModels.of(
                            "pareto_nbd",
                            Map.of("r", .553, "alpha", 10.578, "s", .606, "beta", 11.669)),
                    "bg_nbd",
                    PurchaseModels.of(
                            "bg_nbd", Map.of("r", .243, "alpha", 4.414, "a", .793, "b", 2.426)));

    @ParameterizedTest
    @ValueSource(strings = {"pareto_nbd", "bg_nbd"})
    void the_longer_the_silence_the_less_is_alive_and_expected(String model) {
        Pasts pasts = pasts(model, 272, 20);
        for (int column = 1; column < pasts.frequencies().length; column++) {
            for (int row = 1; row < pasts.silences().length - 1; row++) {
                assertThat(pasts.alive()[row][column]).isLessThan(pasts.alive()[row - 1][column]);
                assertThat(pasts.purchases()[row][column])
                        .isLessThan(pasts.purchases()[row - 1][column]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pareto_nbd", "bg_nbd"})
    void whoever_has_just_bought_is_expected_to_buy_the_more_the_more_often_they_did(String model) {
        double[] justNow = pasts(model, 272, 20).purchases()[0];

        assertThat(Arrays.copyOfRange(justNow, 1, justNow.length)).isSorted();
    }

    /** Of frequent customers a long silence says more than of rare ones. */
    @ParameterizedTest
    @ValueSource(strings = {"pareto_nbd", "bg_nbd"})
    void the_silence_of_a_frequent_customer_is_the_worse_sign(String model) {
        Pasts pasts = pasts(model, 272, 20);
        double[] silent = pasts.alive()[pasts.silences().length - 2];
        int last = pasts.frequencies().length - 1;

        assertThat(silent[last]).isLessThan(silent[1]);
        assertThat(pasts.alive()[0][last]).isGreaterThanOrEqualTo(pasts.alive()[0][1]);
    }

    @Test
    void whoever_never_came_back_is_alive_for_certain_by_bg_nbd_and_not_by_pareto_nbd() {
        Pasts certain = pasts("bg_nbd", 272, 20);
        Pasts doubted = pasts("pareto_nbd", 272, 20);
        int never = certain.silences().length - 1;

        assertThat(certain.alive()[never][0]).isEqualTo(1);
        assertThat(doubted.alive()[never][0]).isBetween(.2, .5);
    }

    @Test
    void cells_are_what_the_model_says_of_such_a_customer_and_empty_where_there_is_none() {
        Pasts pasts = pasts("pareto_nbd", 272, 20);
        PurchaseModel model = MODELS.get("pareto_nbd");
        int never = pasts.silences().length - 1;

        assertThat(pasts.frequencies()).containsExactly(0, 1, 2, 3, 4, 5, 7, 10, 15, 20);
        assertThat(pasts.silences())
                .startsWith(0, 5, 10)
                .endsWith(272 / 7.)
                .hasSizeLessThanOrEqualTo(11);
        assertThat(pasts.alive()[2][3])
                .isEqualTo(model.aliveProbability(3, 272 / 7. - 10, 272 / 7.), within(1e-12));
        assertThat(pasts.purchases()[2][3])
                .isEqualTo(model.expected(39, 3, 272 / 7. - 10, 272 / 7.), within(1e-12));
        assertThat(pasts.alive()[0][0]).isNaN();
        for (int column = 1; column < pasts.frequencies().length; column++) {
            assertThat(pasts.alive()[never][column]).isNaN();
        }
        assertThat(pasts.alive()[never][0]).isNotNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 10, 30, 89, 91, 100, 365, 1_000, 3_650})
    void there_are_few_rows_for_any_age_and_repeat_purchases_fit_into_the_days(int age) {
        Pasts pasts = pasts("pareto_nbd", age, 20);

        assertThat(pasts.silences()).isSorted().doesNotHaveDuplicates();
        assertThat(pasts.silences().length).isBetween(2, 11);
        for (int row = 0; row < pasts.silences().length; row++) {
            double left = age - pasts.silences()[row] * 7;
            for (int column = 1; column < pasts.frequencies().length; column++) {
                if (!Double.isNaN(pasts.alive()[row][column])) {
                    assertThat((double) pasts.frequencies()[column])
                            .isLessThanOrEqualTo(left + 1e-9);
                }
            }
        }
    }

    private static Pasts pasts(String model, int ageDays, int most) {
        int rows = most + 1;
        int[] ages = new int[rows];
        Arrays.fill(ages, ageDays);
        double[] none = new double[rows];
        Histories histories =
                new Histories(
                        IdColumn.of(
                                "customer",
                                IntStream.range(0, rows).mapToObj(row -> "c" + row).toList()),
                        LocalDate.of(1997, 9, 30),
                        UnitOfTime.WEEK,
                        IntStream.range(0, rows).toArray(),
                        new int[rows],
                        ages,
                        none,
                        none,
                        none);
        return Pasts.of(MODELS.get(model), histories, 39);
    }
}
