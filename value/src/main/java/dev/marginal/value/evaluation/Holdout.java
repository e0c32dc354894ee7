package dev.marginal.value.evaluation;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.value.boosted.BoostedLearner;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.boosted.BoostedScores;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A log cut in two by a day: models are fitted to what was before it, and judged by what came
 * after.
 *
 * @param until the last day that the models know
 * @param end the last day that they are judged by
 */
public record Holdout(TransactionLog log, LocalDate until, LocalDate end) {
    /** What evaluations call the boosted model. */
    public static final String BOOSTED = "boosted";

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

    /**
     * The same with a boosted model behind the others, which is shown the columns and learns from
     * the time before the cut alone. Where that time is too short for it, the finding says so.
     */
    public ValueEvaluation judge(
            List<String> models,
            CustomerColumns columns,
            BoostedSettings settings,
            Execution execution) {
        BoostedModel boosted;
        try {
            int horizon = (int) ChronoUnit.DAYS.between(until, end);
            boosted = new BoostedLearner(settings, execution).fit(log, columns, until, horizon);
        } catch (BadInput tooShort) {
            return judge(models, execution)
                    .with(BOOSTED + " is not among them: " + tooShort.getMessage());
        }
        Split split = log.split(until, end, execution);
        List<Candidate> candidates = new ArrayList<>();
        models.forEach(model -> candidates.add(candidate(model, split, execution)));
        BoostedScores scores = boosted.score(log, columns, until, execution);
        candidates.add(new Candidate(BOOSTED, scores.purchases(), scores.value()));
        ValueEvaluation evaluation = Evaluator.evaluate(split, candidates);
        String finding = boosted.fit().finding();
        return finding.isEmpty() ? evaluation : evaluation.with(BOOSTED + ": " + finding);
    }

    private Candidate candidate(String name, Split split, Execution execution) {
        FittedValueModel fitted = new ValueLearner(execution).fit(log, split.calibration(), name);
        ValueScores scores =
                fitted.valueModel()
                        .score(split.calibration(), Horizon.of(split.horizon()), execution);
        return new Candidate(name, scores);
    }
}
