package dev.marginal.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.IdColumn;
import dev.marginal.value.Histories;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.lifecycle.StageRules.Bounds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "0,  30,  30, 1.00, NEW",
        "0,  31,  31, 1.00, ACTIVE",
        "3, 200,  10, 0.95, LOYAL",
        "2, 200,  10, 0.95, ACTIVE",
        "9, 200,  10, 0.69, AT_RISK",
        "9, 200,  90, 0.99, AT_RISK",
        "9, 200,  10, 0.39, DORMANT",
        "0, 300, 180, 1.00, DORMANT",
        "9, 900,  10, 0.09, LOST",
        "0, 900, 365, 1.00, LOST"
    })
    void the_first_rule_that_holds_names_the_stage(
            int frequency, int age, int silence, double alive, Stage stage) {
        assertThat(StageRules.defaults().stage(frequency, age, silence, alive)).isEqualTo(stage);
    }

    @Test
    void rules_out_of_order_are_refused() {
        assertThatThrownBy(
                        () ->
                                new StageRules(
                                        30,
                                        3,
                                        new Bounds(.5, 90),
                                        new Bounds(.6, 180),
                                        new Bounds(.1, 365)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dormant")
                .hasMessageContaining("no milder than");
    }

    @Test
    void whoever_moved_between_two_days_is_counted_and_so_is_whoever_came() {
        Stages before =
                stages(DAY, List.of("ann", "bob", "cleo"), Stage.NEW, Stage.LOYAL, Stage.NEW);
        Stages after =
                stages(
                        DAY.plusDays(90),
                        List.of("ann", "bob", "cleo", "dan"),
                        Stage.LOYAL,
                        Stage.LOYAL,
                        Stage.AT_RISK,
                        Stage.NEW);
        Transitions transitions = Transitions.between(before, after);

        assertThat(transitions.moves())
                .containsExactly(
                        new Transitions.Move(
                                Optional.of(Stage.NEW),
                                2,
                                Map.of(Stage.LOYAL, 1L, Stage.AT_RISK, 1L)),
                        new Transitions.Move(Optional.of(Stage.LOYAL), 1, Map.of(Stage.LOYAL, 1L)),
                        new Transitions.Move(Optional.empty(), 1, Map.of(Stage.NEW, 1L)));
        assertThat(transitions.moves().get(0).share(Stage.AT_RISK)).isEqualTo(.5);
        assertThat(after.counts()).containsEntry(Stage.LOYAL, 2L).containsEntry(Stage.LOST, 0L);
        assertThat(after.column().word(2)).isEqualTo("at risk");
        assertThatThrownBy(
                        () ->
                                Transitions.between(
                                        after, stages(DAY.plusDays(99), List.of("ann"), Stage.NEW)))
                .hasMessageContaining("must be all 4");
    }

    @Test
    void fifths_count_from_one_to_five_and_equals_are_equal() {
        int rows = 10;
        int[] zeros = new int[rows];
        int[] age = new int[rows];
        double[] spend = new double[rows];
        for (int row = 0; row < rows; row++) {
            age[row] = 100 - 10 * row;
            spend[row] = row;
        }
        RfmScores scores =
                RfmScores.of(
                        new Histories(
                                IdColumn.of(
                                        "c",
                                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")),
                                DAY,
                                UnitOfTime.DAY,
                                zeros,
                                zeros,
                                age,
                                new double[rows],
                                spend,
                                spend));

        assertThat(scores.recency()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(scores.monetary()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(scores.frequency()).containsOnly(1);
        assertThat(scores.sums()[9]).isEqualTo(11);
        assertThat(scores.segment(9)).isEqualTo(RfmSegment.NEW);
        assertThat(scores.segment(0).word()).isEqualTo("hibernating");
    }

    private static Stages stages(LocalDate day, List<String> ids, Stage... stages) {
        return new Stages(IdColumn.of("customer", ids), day, List.of(stages));
    }
}
