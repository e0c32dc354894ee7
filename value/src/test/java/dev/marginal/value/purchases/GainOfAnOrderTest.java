package dev.marginal.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.value.PurchaseModel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one more order today adds to the orders that are still to come. */
class GainOfAnOrderTest {
    private static final PurchaseModel CDNOW_BG = new BgNbd(.243, 4.414, .793, 2.426);
    private static final PurchaseModel CDNOW_PARETO = new ParetoNbd(.553, 10.578, .606, 11.669);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 30})
    void under_pareto_nbd_it_is_above_zero_and_grows_with_the_horizon(int frequency) {
        SplittableRandom random = new SplittableRandom(8);
        for (int world = 0; world < 200; world++) {
            PurchaseModel model =
                    new ParetoNbd(
                            random.nextDouble(.05, 5),
                            random.nextDouble(.5, 50),
                            random.nextDouble(.1, 5),
                            random.nextDouble(.5, 50));
            double recency = frequency == 0 ? 0 : random.nextDouble(1, 50);

            double quarter = model.gainOfAnOrder(13, frequency, recency, 50);
            double year = model.gainOfAnOrder(52, frequency, recency, 50);

            assertThat(quarter).isPositive();
            assertThat(year).isGreaterThan(quarter);
        }
    }

    @Test
    void a_horizon_of_nothing_gains_nothing() {
        for (PurchaseModel model : new PurchaseModel[] {CDNOW_BG, CDNOW_PARETO}) {
            assertThat(model.gainOfAnOrder(0, 2, 30, 38)).isEqualTo(0, within(1e-12));
        }
    }

    @Test
    void it_is_the_forecast_of_the_longer_history_less_that_of_the_shorter() {
        assertThat(CDNOW_BG.gainOfAnOrder(39, 2, 30.43, 38.86))
                .isEqualTo(
                        CDNOW_BG.expected(39, 3, 38.86, 38.86)
                                - CDNOW_BG.expected(39, 2, 30.43, 38.86));
    }

    /** Who was nearly given up is worth more to win back than who is surely there. */
    @Test
    void an_order_of_a_customer_who_seemed_lost_tells_the_most() {
        assertThat(CDNOW_PARETO.gainOfAnOrder(52, 5, 8, 38))
                .isGreaterThan(CDNOW_PARETO.gainOfAnOrder(52, 5, 37, 38));
    }

    /**
     * A rate that is known beforehand (r large) is not raised, but the order may be the last one.
     */
    @Test
    void under_bg_nbd_it_may_be_below_zero() {
        PurchaseModel fickle = new BgNbd(1000, 5000, 2, 2);

        assertThat(fickle.gainOfAnOrder(52, 0, 0, 10)).isNegative();
    }
}
