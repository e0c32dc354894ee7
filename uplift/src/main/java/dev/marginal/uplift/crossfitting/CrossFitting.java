package dev.marginal.uplift.crossfitting;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.FitProgress;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.folds.Folds;
import dev.marginal.uplift.propensities.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Fits a learner on the whole history, and once per fold on other customers, so that every row is
 * scored by a model that never saw its customer. Where the history knows periods, folds are blocks
 * of time; {@link Folds} says how rows are held out.
 *
 * @see <a href="https://doi.org/10.1111/ectj.12097">Chernozhukov et al. (2018), cross-fitting</a>
 */
public final class CrossFitting {
    private final UpliftLearner learner;
    private final LearnerSettings settings;
    private final FitProgress progress;
    private final Execution execution;

    /** The settings' folds and seed count here; the learner brings the rest. */
    public CrossFitting(UpliftLearner learner, LearnerSettings settings) {
        this(learner, settings, FitProgress.SILENT, new Execution(1));
    }

    /**
     * The same, heard by {@code progress} whenever a model is fitted.
     *
     * @param progress called from the calling thread
     * @param execution how many models to fit at a time; each needs memory of its own
     */
    public CrossFitting(
            UpliftLearner learner,
            LearnerSettings settings,
            FitProgress progress,
            Execution execution) {
        this.learner = learner;
        this.settings = settings;
        this.progress = progress;
        this.execution = execution;
    }

    /**
     * Fits one model per fold, for judging the learner alone.
     *
     * @throws IllegalArgumentException if an arm has fewer rows than there are folds, or none
     *     outside some fold; or if there are fewer customers or periods than folds
     */
    public OutOfFoldScores outOfFold(CampaignHistory history) {
        return outOfFold(history, List.of());
    }

    /**
     * Fits folds + 1 models of a history whose propensities are logged, or the arms' shares.
     *
     * @throws IllegalArgumentException as {@link #outOfFold(CampaignHistory)}
     */
    public CrossFit fit(CampaignHistory history) {
        return fit(history, Assignment.check(history));
    }

    /**
     * Fits folds + 1 models of a history whose assignment was checked before.
     *
     * @throws IllegalArgumentException as {@link #outOfFold(CampaignHistory)}
     */
    public CrossFit fit(CampaignHistory history, Randomisation randomisation) {
        AtomicReference<UpliftModel> model = new AtomicReference<>();
        OutOfFoldScores outOfFold =
                outOfFold(history, List.of(() -> model.set(learner.fit(history))));
        return new CrossFit(model.get(), outOfFold, randomisation);
    }

    /**
     * @param further fits to do beside those of the folds
     */
    private OutOfFoldScores outOfFold(CampaignHistory history, List<Runnable> further) {
        Folds folds = Folds.of(history, settings.folds(), settings.seed());
        ScoreSheet sheet = new ScoreSheet(history);
        List<Runnable> fits = new ArrayList<>(further);
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] inside = folds.inside(fold);
            int[] training = folds.training(fold);
            fits.add(
                    () ->
                            sheet.write(
                                    inside,
                                    learner.fit(history.select(training))
                                            .score(history.customers().select(inside))));
        }
        AtomicInteger fitted = new AtomicInteger();
        new SideBySide(execution)
                .run(fits, () -> progress.done(fitted.incrementAndGet(), fits.size()));
        UpliftScores scores = sheet.scores();
        return new OutOfFoldScores(
                folds.ofRow(),
                scores,
                DoublyRobust.effects(history, scores),
                history.weight(),
                history.group());
    }
}
