package dev.marginal.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fits to customers whose truth is known. */
class PlantedFitTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Execution TWO = new Execution(2);
    private static final ParetoNbd TRUTH = new ParetoNbd(.8, 40, .7, 90);
    private static final GammaGamma AMOUNTS = new GammaGamma(4, 3, 20);

    /** Days are whole, so that a purchase within the day of another is lost: a rate of 2 %, say. */
    @Test
    void the_truth_lies_within_the_standard_errors() {
        int within = 0;
        int asked = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Histories histories = histories(seed, 4_000);
            Fit purchases = PurchaseModels.fit("pareto_nbd", histories, TWO);
            Fit amounts = GammaGamma.fit(histories, TWO);
            assertThat(purchases.converged()).isTrue();
            within += within(purchases, TRUTH.parameters()) + within(amounts, AMOUNTS.parameters());
            asked += 7;
        }
        // 84 intervals of 95 %: 79.8 expected; 73 are three standard deviations below
        assertThat(within).isBetween(73, asked);
    }

    @Test
    void a_log_that_tells_nothing_of_stopping_says_so() {
        Fit fit = PurchaseModels.fit("bg_nbd", regulars(), TWO);

        assertThat(fit.converged() && fit.finding().isEmpty()).isFalse();
        assertThat(fit.finding()).isNotEmpty();
    }

    @Test
    void nobody_who_came_back_is_a_problem_in_words() {
        Histories once =
                new Histories(
                        IdColumn.of("customer", List.of("ann", "bob")),
                        FIRST,
                        UnitOfTime.WEEK,
                        new int[2],
                        new int[2],
                        new int[] {30, 40},
                        new double[] {Double.NaN, Double.NaN},
                        new double[] {5, 5},
                        new double[] {5, 5});

        assertThatThrownBy(() -> PurchaseModels.fit("bg_nbd", once, TWO))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("must have customers who bought on two days or more");
        assertThatThrownBy(() -> GammaGamma.fit(once, TWO))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("repeat purchases amount to more than nothing");
    }

    private static int within(Fit fit, Map<String, Double> truth) {
        int within = 0;
        for (Map.Entry<String, Double> parameter : fit.parameters().entrySet()) {
            double error = fit.standardErrors().get(parameter.getKey());
            // as intervals of logarithms: none of the parameters can be below zero
            double off = Math.log(parameter.getValue() / truth.get(parameter.getKey()));
            within += Math.abs(off) <= 1.96 * error / parameter.getValue() ? 1 : 0;
        }
        return within;
    }

    private static Histories histories(long seed, int customers) {
        PlantedShoppers shoppers =
                new PlantedShoppers(seed, customers, FIRST, 365, .8, TRUTH, AMOUNTS);
        return new TransactionLog(
                        shoppers.log(),
                        LogSettings.of("customer", "day", "amount").with(UnitOfTime.DAY))
                .histories(FIRST.plusDays(364), TWO);
    }

    /** All alike, and none ever stops. */
    private static Histories regulars() {
        int rows = 400;
        int[] frequency = new int[rows];
        int[] recency = new int[rows];
        int[] age = new int[rows];
        double[] ten = new double[rows];
        for (int row = 0; row < rows; row++) {
            frequency[row] = 9 + row % 3;
            recency[row] = 98;
            age[row] = 100;
            ten[row] = 10;
        }
        return new Histories(
                IdColumn.of(
                        "customer", IntStream.range(0, rows).mapToObj(row -> "c" + row).toList()),
                FIRST,
                UnitOfTime.DAY,
                frequency,
                recency,
                age,
                ten,
                ten,
                ten);
    }
}
