package dev.marginal.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.scoring.ValueScores;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs that hardly say anything: a finite fit that tells its doubts, or a sentence; never a NaN.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TinyLogsTest {
    private static final long FIRST = LocalDate.of(2026, 1, 1).toEpochDay();
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Execution ONE = new Execution(1);

    /** Rows of a log in the making. */
    private static final class Rows {
        private final List<String> customers = new ArrayList<>();
        private final List<Double> days = new ArrayList<>();
        private final List<Double> amounts = new ArrayList<>();

        void add(int customer, int day, double amount) {
            customers.add("c" + customer);
            days.add((double) FIRST + day);
            amounts.add(amount);
        }

        Histories histories() {
            Table log =
                    new Table(
                            "tiny log",
                            customers.size(),
                            List.of(
                                    IdColumn.of("customer", customers),
                                    new AmountColumn("day", numbers(days)),
                                    new AmountColumn("amount", numbers(amounts))));
            return new TransactionLog(log, LogSettings.of("customer", "day", "amount"))
                    .histories(LAST, ONE);
        }

        private static double[] numbers(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 20, 35, 50})
    void customers_at_random(int customers) {
        for (long seed = 1; seed <= 8; seed++) {
            SplittableRandom random = new SplittableRandom(1_000 * customers + seed);
            Rows rows = new Rows();
            int often = random.nextInt(1, 12);
            for (int customer = 0; customer < customers; customer++) {
                int first = random.nextInt(300);
                rows.add(customer, first, random.nextInt(1, 200));
                for (int purchase = random.nextInt(often); purchase > 0; purchase--) {
                    rows.add(customer, random.nextInt(first, 365), random.nextInt(1, 200));
                }
            }
            isFiniteOrRefused(rows.histories());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 2, 30",
        "1, 300, 1",
        "2, 1, 364",
        "20, 1, 30",
        "20, 4, 7",
        "20, 30, 3",
        "50, 2, 100",
        "50, 12, 30",
        "50, 360, 1"
    })
    void customers_who_are_all_alike(int customers, int repeats, int every) {
        Rows rows = new Rows();
        for (int customer = 0; customer < customers; customer++) {
            for (int purchase = 0; purchase <= repeats; purchase++) {
                rows.add(customer, purchase * every, 10);
            }
        }
        Histories histories = rows.histories();

        assertThat(histories.frequency()).containsOnly(repeats);
        isFinite(histories);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 50})
    void one_repeat_purchase_in_all(int customers) {
        Rows rows = new Rows();
        for (int customer = 0; customer < customers; customer++) {
            rows.add(customer, 7 * customer, 25);
        }
        rows.add(0, 360, 40);

        isFinite(rows.histories());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50})
    void single_purchases_are_refused_in_words(int customers) {
        Rows rows = new Rows();
        for (int customer = 0; customer < customers; customer++) {
            rows.add(customer, customer, 25);
        }

        isRefused(rows.histories(), "must have customers who bought on two days or more");
    }

    @Test
    void all_on_the_same_day_is_refused_in_words() {
        Rows rows = new Rows();
        for (int customer = 0; customer < 20; customer++) {
            rows.add(customer, 3, 25);
            rows.add(customer, 3, 5);
        }

        isRefused(rows.histories(), "must have customers who bought on two days or more");
    }

    @Test
    void all_began_on_the_last_day_but_one_who_came_every_day() {
        Rows rows = new Rows();
        for (int day = 0; day < 365; day++) {
            rows.add(0, day, 10 + day % 3);
        }
        for (int customer = 1; customer < 30; customer++) {
            rows.add(customer, 364, 10);
        }

        isFinite(rows.histories());
    }

    /**
     * Twenty customers of two purchases each gave BG/NBD an a and a b without end, and then NaN.
     */
    @Test
    void stopping_with_one_probability_for_all_is_no_trap() {
        BgNbd alike = new BgNbd(2, 10, 2e5, 6e5);
        double quarter = 0;
        double stays = 1;
        for (int k = 1; k < 2_000; k++) {
            // P(N ≥ k) of the negative binomial, times the chance to have stayed for k − 1 more
            quarter += stays * Beta.regularizedBeta(.5, k, 4);
            stays *= .75;
        }

        assertThat(alike.expectedIfAlive(40, 2, 30))
                .isCloseTo(quarter, Percentage.withPercentage(1e-3));
    }

    private static void isFiniteOrRefused(Histories histories) {
        if (IntStream.of(histories.frequency()).allMatch(x -> x == 0)) {
            isRefused(histories, "must have customers who bought on two days or more");
        } else {
            isFinite(histories);
        }
    }

    private static void isRefused(Histories histories, String why) {
        for (String model : PurchaseModels.names()) {
            assertThatThrownBy(() -> PurchaseModels.fit(model, histories, ONE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(why);
        }
        assertThatThrownBy(() -> GammaGamma.fit(histories, ONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("repeat purchases amount to more than nothing");
    }

    private static void isFinite(Histories histories) {
        Fit amounts = GammaGamma.fit(histories, ONE);
        isSound(amounts);
        for (String model : PurchaseModels.names()) {
            Fit purchases = PurchaseModels.fit(model, histories, ONE);
            isSound(purchases);
            ValueScores scores =
                    new ValueModel(
                                    PurchaseModels.of(model, purchases.parameters()),
                                    GammaGamma.of(amounts.parameters()),
                                    histories.unit())
                            .score(histories, new Horizon(52, .1), ONE);
            String of = model + purchases.parameters();
            assertThat(DoubleStream.of(scores.alive()).boxed())
                    .as(of)
                    .allMatch(p -> p >= 0 && p <= 1);
            for (double[] column :
                    List.of(
                            scores.purchases(),
                            scores.spend(),
                            scores.value(),
                            scores.valueOfAnOrder())) {
                assertThat(DoubleStream.of(column).boxed()).as(of).allMatch(Double::isFinite);
            }
        }
    }

    /** A likelihood is told in any case; what it does not tell apart is told in words. */
    private static void isSound(Fit fit) {
        assertThat(fit.logLikelihood()).as(fit.toString()).isFinite();
        assertThat(fit.parameters().values()).as(fit.toString()).allMatch(Double::isFinite);
        assertThat(fit.converged() || !fit.finding().isEmpty()).as(fit.toString()).isTrue();
    }
}
