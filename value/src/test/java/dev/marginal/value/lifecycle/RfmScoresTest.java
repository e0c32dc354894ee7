package dev.marginal.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.IdColumn;
import dev.marginal.value.Histories;
import dev.marginal.value.UnitOfTime;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmScoresTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 9", "4, 1", "5, 100", "7, 3", "100, 2", "1000, 12", "1003, 100000"})
    void a_score_is_one_more_than_the_whole_fifths_of_the_customers_who_are_below(
            int customers, int different) {
        SplittableRandom random = new SplittableRandom(customers);
        double[] spent =
                DoubleStream.generate(() -> random.nextInt(different)).limit(customers).toArray();

        int[] scores = RfmScores.of(histories(spent)).monetary();

        for (int row = 0; row < customers; row++) {
            double own = spent[row];
            long below = DoubleStream.of(spent).filter(other -> other < own).count();
            assertThat(scores[row]).isEqualTo(1 + (int) (5 * below / customers));
        }
    }

    private static Histories histories(double[] spent) {
        int rows = spent.length;
        return new Histories(
                IdColumn.of(
                        "customer", IntStream.range(0, rows).mapToObj(row -> "c" + row).toList()),
                LocalDate.of(2026, 1, 1),
                UnitOfTime.DAY,
                new int[rows],
                new int[rows],
                new int[rows],
                spent,
                spent,
                spent);
    }
}
