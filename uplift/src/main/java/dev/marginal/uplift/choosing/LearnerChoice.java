package dev.marginal.uplift.choosing;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Choice;
import dev.marginal.uplift.Choice.Candidate;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.FitProgress;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Trial;
import dev.marginal.uplift.propensities.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries several learners and keeps the one whose policy is worth most.
 *
 * <p>The best of several estimates is too high: it was picked for being high. So the choice is made
 * inside the folds. For fold k the rows of the other folds choose, and the composite out-of-fold
 * scores take, for fold k's rows, those of the learner chosen without them. The composite is the
 * procedure "try all, keep the best", seen from rows that had no vote; evaluation and forecast
 * stand on it. The final model is the learner that all rows choose, fitted on all rows.
 *
 * <p>What remains: the scores of the other folds' rows, by which fold k's learner is chosen, come
 * from models that were trained on fold k's rows. A row of fold k has a voice there through a
 * model, never through its own outcome beside its own score. On planted histories without any
 * effect the composite's mean value could not be told from zero, while that of the best candidate
 * could; {@code LearnerChoiceTest} repeats that.
 */
public final class LearnerChoice {
    private final List<UpliftLearner> learners;
    private final LearnerSettings settings;
    private final Spending spending;
    private final FitProgress progress;

    /**
     * A choice among learners.
     *
     * @param learners at least one, with names of their own; where all is equal the first wins
     * @param settings folds and seed, the same for all
     * @param spending the campaign's own costs and budget
     */
    public LearnerChoice(
            List<UpliftLearner> learners, LearnerSettings settings, Spending spending) {
        this(learners, settings, spending, FitProgress.SILENT);
    }

    /** The same, heard by {@code progress} whenever a model is fitted. */
    public LearnerChoice(
            List<UpliftLearner> learners,
            LearnerSettings settings,
            Spending spending,
            FitProgress progress) {
        Requires.require(!learners.isEmpty(), "learners", learners, "at least one");
        long names = learners.stream().map(UpliftLearner::name).distinct().count();
        Requires.require(names == learners.size(), "learners' names", names, learners.size() + "");
        this.learners = List.copyOf(learners);
        this.settings = settings;
        this.spending = spending;
        this.progress = progress;
    }

    /** Chooses and fits on a history whose propensities are logged, or the arms' shares. */
    public ChosenModel fit(CampaignHistory history) {
        return fit(history, Assignment.check(history));
    }

    /**
     * Fits every learner once per fold, and the chosen one on all rows.
     *
     * @throws IllegalArgumentException as {@link CrossFitting#outOfFold}
     */
    public ChosenModel fit(CampaignHistory history, Randomisation randomisation) {
        List<OutOfFoldScores> scores = new ArrayList<>();
        Map<String, OutOfFoldScores> byName = new LinkedHashMap<>();
        for (UpliftLearner learner : learners) {
            scores.add(outOfFold(learner, history, scores.size()));
            byName.put(learner.name(), scores.get(scores.size() - 1));
        }
        List<Trial> trials = Trial.of(scores, spending);
        int[] winners = winnersWithout(scores.get(0), trials);
        Jury everybody = new Jury(trials, scores.get(0).weight());
        UpliftLearner chosen = learners.get(everybody.winner());
        UpliftModel model = chosen.fit(history);
        progress.done(models(), models());
        return new ChosenModel(
                new CrossFit(model, Composite.of(scores, winners), randomisation),
                new Choice(chosen.name(), candidates(trials, everybody, scores, winners)),
                byName);
    }

    private OutOfFoldScores outOfFold(
            UpliftLearner learner, CampaignHistory history, int learnersBefore) {
        int before = learnersBefore * settings.folds();
        return new CrossFitting(
                        learner,
                        settings,
                        (finished, all) -> progress.done(before + finished, models()))
                .outOfFold(history);
    }

    private int models() {
        return learners.size() * settings.folds() + 1;
    }

    /** Whom the rows outside each fold choose. */
    private int[] winnersWithout(OutOfFoldScores rows, List<Trial> trials) {
        int[] winners = new int[settings.folds()];
        for (int fold = 0; fold < winners.length; fold++) {
            double[] weight = rows.weight().clone();
            for (int row = 0; row < weight.length; row++) {
                weight[row] = rows.fold()[row] == fold ? 0 : weight[row];
            }
            winners[fold] = new Jury(trials, weight).winner();
        }
        return winners;
    }

    private List<Candidate> candidates(
            List<Trial> trials, Jury jury, List<OutOfFoldScores> scores, int[] winners) {
        double[] weight = scores.get(0).weight();
        int best = jury.best();
        return IntStream.range(0, trials.size())
                .mapToObj(
                        each ->
                                new Candidate(
                                        learners.get(each).name(),
                                        trials.get(each).value(weight),
                                        jury.lead(best, each),
                                        trials.get(each).loss(weight),
                                        trials.get(each).slope(weight),
                                        jury.vetoes(each),
                                        (int)
                                                IntStream.of(winners)
                                                        .filter(winner -> winner == each)
                                                        .count()))
                .toList();
    }
}
