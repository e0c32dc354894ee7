package dev.marginal.value.boosted;

import static dev.marginal.value.boosted.ProspectsHoldout.FIRST;
import static dev.marginal.value.boosted.ProspectsHoldout.HORIZON;
import static dev.marginal.value.boosted.ProspectsHoldout.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.value.Histories;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoostedModelTest {
    private static final Execution ONE = new Execution(1);
    private static final ProspectsHoldout WORLD = ProspectsHoldout.of(1, 1_500, 1);

    @ParameterizedTest
    @EnumSource
    void the_number_of_threads_changes_no_byte(AmountHead head) {
        BoostedModel model = fit(WORLD.log(), head, ONE);
        BoostedModel other = fit(WORLD.log(), head, new Execution(3));

        assertThat(other.fit()).isEqualTo(model.fit());
        assertThat(other.any().bytes()).isEqualTo(model.any().bytes());
        assertThat(other.purchases().bytes()).isEqualTo(model.purchases().bytes());
        assertThat(other.amount().bytes()).isEqualTo(model.amount().bytes());
        assertThat(score(other, new Execution(3)).value()).isEqualTo(score(model, ONE).value());
    }

    @Test
    void what_happened_later_changes_no_byte() {
        BoostedModel model = fit(WORLD.log(), AmountHead.GAMMA, ONE);
        BoostedModel blind = fit(until(WORLD.log()), AmountHead.GAMMA, ONE);

        assertThat(blind.any().bytes()).isEqualTo(model.any().bytes());
        assertThat(blind.amount().bytes()).isEqualTo(model.amount().bytes());
        BoostedScores scores = blind.score(until(WORLD.log()), WORLD.columns(), UNTIL, ONE);
        assertThat(scores.value()).isEqualTo(score(model, ONE).value());
    }

    @Test
    void scores_stand_in_the_order_of_the_histories() {
        BoostedScores scores = score(fit(WORLD.log(), AmountHead.GAMMA, ONE), ONE);
        Histories histories = WORLD.log().histories(UNTIL, ONE);

        assertThat(scores.customers().rows()).isEqualTo(histories.rows());
        for (int row = 0; row < histories.rows(); row++) {
            assertThat(scores.customers().same(row, histories.customers(), row)).isTrue();
            assertThat(scores.any()[row]).isBetween(0., 1.);
            assertThat(scores.value()[row]).isPositive();
            assertThat(scores.purchases()[row] * scores.spend()[row])
                    .isCloseTo(scores.value()[row], withPercentage(1e-9));
        }
    }

    @Test
    void customers_without_columns_are_scored_by_their_purchases() {
        BoostedModel model = fit(WORLD.log(), AmountHead.GAMMA, ONE);
        int[] few = IntStream.range(0, 10).toArray();
        CustomerColumns some =
                new CustomerColumns(
                        "some",
                        WORLD.columns().customers().select(few),
                        WORLD.columns().columns().stream()
                                .map(
                                        column ->
                                                new CustomerColumns(
                                                                "some",
                                                                WORLD.columns().customers(),
                                                                List.of(column))
                                                        .of(WORLD.columns().customers().select(few))
                                                        .get(0))
                                .toList());

        double[] scores = model.score(WORLD.log(), some, UNTIL, ONE).value();

        assertThat(scores).hasSize(score(model, ONE).value().length).doesNotContain(Double.NaN);
        assertThat(scores[0]).isEqualTo(score(model, ONE).value()[0]);
        assertThat(scores).isNotEqualTo(score(model, ONE).value());
    }

    @Test
    void a_log_shorter_than_two_horizons_is_stretched_and_says_so() {
        BoostedModel model =
                new BoostedLearner(BoostedSettings.defaults(), ONE)
                        .fit(WORLD.log(), WORLD.columns(), UNTIL, 540);

        assertThat(model.fit().asOf()).isEqualTo(FIRST.plusDays(270).toString());
        assertThat(model.fit().stretch()).isEqualTo(2);
        assertThat(model.fit().finding())
                .isEqualTo(
                        "The log is too short to have seen 540 days follow on as many: trees learnt from 270 days,"
                                + " and what they predict is stretched 2.00 times.");
        assertThat(fit(WORLD.log(), AmountHead.GAMMA, ONE).fit().finding()).isEmpty();
    }

    @Test
    void too_few_buyers_are_told() {
        TransactionLog small = new TransactionLog(rows(WORLD.log().rows(), 150), settings());

        assertThatThrownBy(() -> fit(small, AmountHead.GAMMA, ONE))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching(
                        "planted log: customers who bought by 2024-12-\\d\\d and spent again by 2025-06-24 \\(\\d+\\)"
                                + " must be at least 20 for trees to learn from\\."
                                + " Use pareto_nbd or bg_nbd, or a longer log\\.");
        ValueEvaluation evaluation =
                new Holdout(small, UNTIL, UNTIL.plusDays(HORIZON))
                        .judge(List.of("bg_nbd"), WORLD.columns(), BoostedSettings.defaults(), ONE)
                        .evaluation();
        assertThat(evaluation.finding()).startsWith("boosted is not among them: planted log: ");
        assertThat(evaluation.spend().stream().map(Judged::name)).doesNotContain("boosted");
    }

    @Test
    void a_column_named_as_one_of_the_log_is_refused() {
        CustomerColumns columns =
                new CustomerColumns(
                        "customers.csv",
                        IdColumn.of("customer", List.of("ann")),
                        List.of(new NumberColumn("age", new float[] {31})));

        assertThatThrownBy(
                        () ->
                                new BoostedLearner(BoostedSettings.defaults(), ONE)
                                        .fit(WORLD.log(), columns, UNTIL, HORIZON))
                .hasMessage(
                        "column of customers (age) must be named otherwise: the model takes frequency, recency,"
                                + " age, idle, mean_spend, last_spend, total_spend, recent_purchases, recent_spend"
                                + " from the log.");
    }

    private static BoostedModel fit(TransactionLog log, AmountHead head, Execution execution) {
        return new BoostedLearner(BoostedSettings.defaults().with(head), execution)
                .fit(log, WORLD.columns(), UNTIL, HORIZON);
    }

    private static BoostedScores score(BoostedModel model, Execution execution) {
        return model.score(WORLD.log(), WORLD.columns(), UNTIL, execution);
    }

    private static LogSettings settings() {
        return LogSettings.of("customer", "day", "amount");
    }

    /** The log without what came later. */
    private static TransactionLog until(TransactionLog log) {
        double[] days = log.rows().column("day", AmountColumn.class).values();
        int[] early =
                IntStream.range(0, days.length)
                        .filter(row -> days[row] <= UNTIL.toEpochDay())
                        .toArray();
        return new TransactionLog(select(log.rows(), early), settings());
    }

    private static Table rows(Table table, int count) {
        return select(table, IntStream.range(0, count).toArray());
    }

    private static Table select(Table table, int[] rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(table.column("customer", IdColumn.class).select(rows));
        for (String name : List.of("day", "amount")) {
            double[] values = table.column(name, AmountColumn.class).values();
            columns.add(
                    new AmountColumn(
                            name, IntStream.of(rows).mapToDouble(row -> values[row]).toArray()));
        }
        return new Table(table.origin(), rows.length, columns);
    }
}
