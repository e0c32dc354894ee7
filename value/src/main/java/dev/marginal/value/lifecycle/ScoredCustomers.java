package dev.marginal.value.lifecycle;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Table;
import dev.marginal.value.Histories;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.scoring.ValueScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers with all that is said of them, row by row. */
public record ScoredCustomers(
        Histories histories, ValueScores scores, Stages stages, RfmScores rfm) {
    /** What a model and rules say of customers. */
    public static ScoredCustomers of(
            ValueModel model,
            Histories histories,
            Horizon horizon,
            StageRules rules,
            Execution execution) {
        return of(histories, model.score(histories, horizon, execution), rules);
    }

    /** What scores, row-aligned with the histories, and rules say of customers. */
    public static ScoredCustomers of(Histories histories, ValueScores scores, StageRules rules) {
        return new ScoredCustomers(
                histories,
                scores,
                Stages.of(histories, scores.alive(), rules),
                RfmScores.of(histories));
    }

    /** How customers have moved from stage to stage since an earlier day. */
    public Transitions movedSince(ScoredCustomers earlier) {
        return Transitions.between(earlier.stages, stages);
    }

    /**
     * A file's rows: {@code customer, p_alive, expected_purchases, expected_spend, value,
     * value_of_an_order, frequency, recency, age, stage, rfm, segment}; times in the model's unit.
     */
    public Table table() {
        List<Column> columns = new ArrayList<>(scores.columns());
        int rows = histories.rows();
        columns.add(
                new AmountColumn(
                        "frequency",
                        IntStream.of(histories.frequency()).asDoubleStream().toArray()));
        columns.add(
                new AmountColumn(
                        "recency",
                        IntStream.range(0, rows).mapToDouble(histories::recency).toArray()));
        columns.add(
                new AmountColumn(
                        "age", IntStream.range(0, rows).mapToDouble(histories::age).toArray()));
        columns.add(stages.column());
        columns.add(new AmountColumn("rfm", rfm.sums()));
        columns.add(segments());
        return new Table("scores", rows, columns);
    }

    private CategoryColumn segments() {
        List<String> words = Stream.of(RfmSegment.values()).map(RfmSegment::word).sorted().toList();
        int[] codes =
                IntStream.range(0, histories.rows())
                        .map(row -> words.indexOf(rfm.segment(row).word()))
                        .toArray();
        return new CategoryColumn("segment", codes, words);
    }
}
