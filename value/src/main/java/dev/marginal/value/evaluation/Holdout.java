package dev.marginal.value.evaluation;

import dev.marginal.tables.Execution;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.time.LocalDate;
import java.util.List;

/**
 * A log cut in two by a day: models are fitted to what was before it, and judged by what came
 * after.
 *
 * @param until the last day that the models know
 * @param end the last day that they are judged by
 */
public record Holdout(TransactionLog log, LocalDate until, LocalDate end) {
    /** The day halfway between the first and the last of a log. */
    public static LocalDate halfway(TransactionLog log) {
        return LocalDate.ofEpochDay(
                Math.floorDiv(log.firstDay().toEpochDay() + log.lastDay().toEpochDay(), 2));
    }

    /** What it says of models, the first of which comes first everywhere. */
    public ValueEvaluation judge(List<String> models, Execution execution) {
        Split split = log.split(until, end, execution);
        return Evaluator.evaluate(
                split, models.stream().map(model -> candidate(model, split, execution)).toList());
    }

    private Candidate candidate(String name, Split split, Execution execution) {
        FittedValueModel fitted = new ValueLearner(execution).fit(log, split.calibration(), name);
        ValueScores scores =
                fitted.valueModel()
                        .score(split.calibration(), Horizon.of(split.horizon()), execution);
        return new Candidate(name, scores);
    }
}
