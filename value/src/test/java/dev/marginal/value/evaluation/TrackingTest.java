package dev.marginal.value.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.value.Cdnow;
import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.log.DailyRepeats;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shoppers who begin all through 200 days, followed for 300. */
class TrackingTest {
    private static final Execution TWO = new Execution(2);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate CUT = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2025, 10, 27);
    private static final ParetoNbd TRUTH = new ParetoNbd(.8, 40, .7, 90);
    private static final TransactionLog LOG =
            new TransactionLog(
                    new PlantedShoppers(3, 20_000, FIRST, 300, .66, TRUTH, new GammaGamma(4, 3, 20))
                            .log(),
                    LogSettings.of("customer", "day", "amount"));
    private static final Split SPLIT = LOG.split(CUT, END, TWO);
    private static final PurchaseModel IN_WEEKS =
            PurchaseModels.of(
                    "pareto_nbd", Map.of("r", .8, "alpha", 40 / 7., "s", .7, "beta", 90 / 7.));
    private static final Tracking TRACKING =
            Tracking.of(SPLIT.calibration(), LOG.dailyRepeats(CUT, END), List.of(IN_WEEKS));

    @Test
    void steps_add_up_to_all_repeat_purchases_before_the_cut_and_after_it() {
        double[] total = TRACKING.actual().total();

        assertThat(total[TRACKING.known() - 1])
                .isEqualTo(IntStream.of(SPLIT.calibration().frequency()).sum());
        assertThat(total[total.length - 1] - total[TRACKING.known() - 1])
                .isEqualTo(IntStream.of(SPLIT.heldPurchases()).sum());
        for (Tracking.Pace pace : List.of(TRACKING.actual(), TRACKING.expected().get(0))) {
            double sum = 0;
            for (int step = 0; step < pace.each().length; step++) {
                sum += pace.each()[step];
                assertThat(sum).isEqualTo(pace.total()[step], within(1e-6));
            }
        }
    }

    @Test
    void a_model_expects_of_every_customer_what_it_expects_of_a_new_one_since_their_first_day() {
        Histories histories = SPLIT.calibration();
        for (int step = 0; step < TRACKING.ends().size(); step += 7) {
            LocalDate end = LocalDate.parse(TRACKING.ends().get(step));
            double expected = 0;
            for (int row = 0; row < histories.rows(); row++) {
                long days = ChronoUnit.DAYS.between(CUT.minusDays(histories.ageDays()[row]), end);
                expected += days > 0 ? IN_WEEKS.expectedOfNew(days / 7.) : 0;
            }
            assertThat(TRACKING.expected().get(0).total()[step])
                    .isEqualTo(expected, within(1e-9 * (1 + expected)));
        }
    }

    /** But for the purchases of one day, which count as one. */
    @Test
    void the_truth_keeps_pace_with_shoppers_who_follow_it() {
        double[] actual = TRACKING.actual().total();
        double[] expected = TRACKING.expected().get(0).total();

        for (int step = TRACKING.known() / 2; step < actual.length; step++) {
            assertThat(expected[step]).isEqualTo(actual[step], within(.06 * actual[step]));
        }
    }

    @Test
    void whoever_begins_after_the_cut_is_nobodys_repeat_purchase() {
        DailyRepeats until = LOG.dailyRepeats(CUT, END);
        DailyRepeats later = LOG.dailyRepeats(END, END);

        assertThat(until.first()).isEqualTo(later.first());
        assertThat(until.purchases()).hasSameSizeAs(later.purchases());
        assertThat(IntStream.of(until.purchases()).sum())
                .isLessThan(IntStream.of(later.purchases()).sum());
        assertThat(IntStream.of(later.purchases()).sum())
                .isEqualTo(IntStream.of(LOG.histories(END, TWO).frequency()).sum());
    }

    /** The papers' totals: 2,457 until the cut and 1,882 after it, in 39 weeks each. */
    @Test
    void cdnow() {
        Split split = Cdnow.split();
        PurchaseModel model =
                PurchaseModels.of(
                        "bg_nbd",
                        Map.of("r", .242593, "alpha", 4.413532, "a", .792886, "b", 2.425754));
        Tracking tracking =
                Tracking.of(
                        split.calibration(),
                        Cdnow.log().dailyRepeats(Cdnow.UNTIL, Cdnow.END),
                        List.of(model));

        assertThat(tracking.step()).isEqualTo("week");
        assertThat(tracking.ends()).hasSize(78).endsWith("1998-06-30");
        assertThat(tracking.known()).isEqualTo(39);
        assertThat(tracking.actual().total()[38]).isEqualTo(2457);
        assertThat(tracking.actual().total()[77]).isEqualTo(2457 + 1882);
        assertThat(tracking.expected().get(0).total()[38]).isEqualTo(2457, within(.03 * 2457));
    }
}
