package dev.marginal.value.evaluation;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.value.boosted.BoostedLearner;
import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.boosted.BoostedScores;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.Split;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueModel;
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
    public Verdict judge(List<String> models, Execution execution) {
        Split split = log.split(until, end, execution);
        return verdict(split, candidates(models, split, execution), execution, "");
    }

    /**
     * The same with a boosted model behind the others, which is shown the columns and learns from
     * the time before the cut alone. Where that time is too short for it, the finding says so.
     */
    public Verdict judge(
            List<String> models,
            CustomerColumns columns,
            BoostedSettings settings,
            Execution execution) {
        Split split = log.split(until, end, execution);
        List<Candidate> candidates = candidates(models, split, execution);
        BoostedModel boosted;
        try {
            int horizon = (int) ChronoUnit.DAYS.between(until, end);
            boosted = new BoostedLearner(settings, execution).fit(log, columns, until, horizon);
        } catch (BadInput tooShort) {
            String finding = BOOSTED + " is not among them: " + tooShort.getMessage();
            return verdict(split, candidates, execution, finding);
        }
        BoostedScores scores = boosted.score(log, columns, until, execution);
        candidates.add(new Candidate(BOOSTED, scores.purchases(), scores.value()));
        String finding = boosted.fit().finding();
        return verdict(
                split, candidates, execution, finding.isEmpty() ? "" : BOOSTED + ": " + finding);
    }

    private Verdict verdict(
            Split split, List<Candidate> candidates, Execution execution, String finding) {
        return new Verdict(
                Evaluator.evaluate(split, candidates).with(finding),
                Evaluator.curves(split, log.dailyRepeats(until, end), candidates));
    }

    private List<Candidate> candidates(List<String> models, Split split, Execution execution) {
        List<Candidate> candidates = new ArrayList<>();
        models.forEach(model -> candidates.add(candidate(model, split, execution)));
        return candidates;
    }

    private Candidate candidate(String name, Split split, Execution execution) {
        ValueModel model =
                new ValueLearner(execution).fit(log, split.calibration(), name).valueModel();
        Horizon horizon = Horizon.of(split.horizon());
        return new Candidate(name, model, model.score(split.calibration(), horizon, execution));
    }
}
