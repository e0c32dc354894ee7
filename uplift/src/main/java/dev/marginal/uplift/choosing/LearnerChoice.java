package dev.marginal.uplift.choosing;

import dev.marginal.tables.Execution;
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
import dev.marginal.uplift.crossfitting.NestedCrossFitting;
import dev.marginal.uplift.evaluation.Trial;
import dev.marginal.uplift.propensities.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries several learners and keeps the one whose policy is worth most.
 *
 * <p>The best of several estimates is too high: it was picked for being high. So the choice is made
 * inside the folds. For fold k the rows of the other folds choose, by scores of models that saw
 * neither their own fold nor fold k ({@link NestedCrossFitting}); the learner so chosen is fitted
 * on the other folds and scores fold k. These out-of-fold scores are the procedure "try all, keep
 * the best", seen from rows that had no part in it; evaluation and forecast stand on them. The
 * final model is the learner that all rows choose, fitted on all rows.
 *
 * <p>It is not enough to choose by ordinary out-of-fold scores of the other folds' rows: their
 * models were trained on fold k, and a learner that agrees with fold k by chance looks better
 * there. On 300 planted histories of 400 rows without any effect, six useless learners so chosen
 * were worth 0.27 standard deviations more than nothing, a quarter of what the best candidate's own
 * value exaggerates; nested, nothing remains to be seen ({@code LearnerChoiceTest}). With n folds
 * and c candidates that takes c n (n − 1) / 2 + n + 1 models, of which most are smaller than an
 * ordinary fold's, and share the forests that candidates have in common; memory holds these
 * forests, and the scores of n times the history's rows, of two learners at a time.
 */
public final class LearnerChoice {
    private final List<UpliftLearner> learners;
    private final LearnerSettings settings;
    private final Spending spending;
    private final FitProgress progress;
    private final Execution execution;

    /**
     * A choice among learners.
     *
     * @param learners at least one, with names of their own; where all is equal the first wins
     * @param settings folds and seed, the same for all
     * @param spending the campaign's own costs and budget
     */
    public LearnerChoice(
            List<UpliftLearner> learners, LearnerSettings settings, Spending spending) {
        this(learners, settings, spending, FitProgress.SILENT, new Execution(1));
    }

    /**
     * The same, heard by {@code progress} whenever a model is fitted.
     *
     * @param execution how many models to fit at a time; each needs memory of its own
     */
    public LearnerChoice(
            List<UpliftLearner> learners,
            LearnerSettings settings,
            Spending spending,
            FitProgress progress,
            Execution execution) {
        Requires.require(!learners.isEmpty(), "learners", learners, "at least one");
        long names = learners.stream().map(UpliftLearner::name).distinct().count();
        Requires.require(names == learners.size(), "learners' names", names, learners.size() + "");
        this.learners = List.copyOf(learners);
        this.settings = settings;
        this.spending = spending;
        this.progress = progress;
        this.execution = execution;
    }

    /** Chooses and fits on a history whose propensities are logged, or the arms' shares. */
    public ChosenModel fit(CampaignHistory history) {
        return fit(history, Assignment.check(history));
    }

    /**
     * Fits every learner once per pair of folds, the folds' winners once, and the chosen one on all
     * rows.
     *
     * @throws IllegalArgumentException as {@link CrossFitting#outOfFold}, or if an arm has no rows
     *     outside some pair of folds, or if there are fewer than three folds
     */
    public ChosenModel fit(CampaignHistory history, Randomisation randomisation) {
        NestedCrossFitting nested = new NestedCrossFitting(history, settings, execution);
        Countdown countdown =
                new Countdown(progress, learners.size() * nested.pairs() + settings.folds() + 1);
        List<List<Trial>> trials = trials(nested, countdown);
        int[] winners =
                IntStream.range(0, settings.folds())
                        .map(fold -> juryWithout(fold, trials).winner())
                        .toArray();
        OutOfFoldScores outOfFold =
                nested.outOfFold(
                        IntStream.of(winners).mapToObj(learners::get).toList(), countdown::fitted);
        Jury everybody = new Jury(trials.stream().map(Trial::mean).toList());
        UpliftLearner chosen = learners.get(everybody.winner());
        UpliftModel model = chosen.fit(history);
        countdown.fitted();
        return new ChosenModel(
                new CrossFit(model, outOfFold, randomisation),
                new Choice(chosen.name(), candidates(everybody, winners)));
    }

    /** Of every learner, for every fold by the rows of the others. */
    private List<List<Trial>> trials(NestedCrossFitting nested, Countdown countdown) {
        List<List<Trial>> trials = new ArrayList<>();
        List<OutOfFoldScores> reference = null;
        for (UpliftLearner learner : learners) {
            List<OutOfFoldScores> scores = nested.without(learner, countdown::fitted);
            List<OutOfFoldScores> believed = reference == null ? scores : reference;
            trials.add(
                    IntStream.range(0, scores.size())
                            .mapToObj(f -> Trial.of(scores.get(f), believed.get(f), spending))
                            .toList());
            reference = believed;
        }
        return trials;
    }

    private static Jury juryWithout(int fold, List<List<Trial>> trials) {
        return new Jury(trials.stream().map(ofLearner -> ofLearner.get(fold)).toList());
    }

    private List<Candidate> candidates(Jury jury, int[] winners) {
        int best = jury.best();
        List<Candidate> candidates = new ArrayList<>();
        for (int each = 0; each < learners.size(); each++) {
            int place = each;
            Trial trial = jury.trials().get(place);
            candidates.add(
                    new Candidate(
                            learners.get(place).name(),
                            trial.value(),
                            jury.lead(best, place),
                            trial.loss(),
                            trial.slope(),
                            jury.vetoes(place),
                            (int) IntStream.of(winners).filter(won -> won == place).count()));
        }
        return candidates;
    }

    /** Tells the progress of models fitted so far. */
    private static final class Countdown {
        private final FitProgress progress;
        private final int all;
        private int finished;

        Countdown(FitProgress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        void fitted() {
            finished++;
            progress.done(finished, all);
        }
    }
}
