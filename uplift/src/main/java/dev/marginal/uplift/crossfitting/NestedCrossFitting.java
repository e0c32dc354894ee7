package dev.marginal.uplift.crossfitting;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.GrownParts;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.folds.Folds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Folds inside folds: what can be said of learners without any look at a fold.
 *
 * <p>One model is fitted for every pair of folds, on the rows of all others. It scores both: for a
 * judge who must not know the one fold, the rows of the other. So n folds cost n (n − 1) / 2 models
 * per learner; what learners have in common is grown once for each pair.
 */
public final class NestedCrossFitting {
    private final CampaignHistory history;
    private final Folds folds;
    private final SideBySide sideBySide;
    private final List<GrownParts> grownOfPair;

    /**
     * Three folds at least; the settings' folds and seed count.
     *
     * @param execution how many models to fit at a time
     */
    public NestedCrossFitting(
            CampaignHistory history, LearnerSettings settings, Execution execution) {
        Requires.require(settings.folds() >= 3, "folds", settings.folds(), "at least 3");
        this.history = history;
        this.sideBySide = new SideBySide(execution);
        this.folds = Folds.of(history, settings.folds(), settings.seed());
        this.grownOfPair = Stream.generate(GrownParts::new).limit(pairs()).toList();
    }

    /** How many models {@link #without} fits per learner. */
    public int pairs() {
        return folds.count() * (folds.count() - 1) / 2;
    }

    /**
     * One set of scores per fold, by models that never saw that fold: each other row is scored by a
     * model that saw its own fold as little. The fold's own rows weigh zero and have no scores.
     *
     * @param fitted told after every model
     */
    public List<OutOfFoldScores> without(UpliftLearner learner, Runnable fitted) {
        List<ScoreSheet> sheets =
                IntStream.range(0, folds.count()).mapToObj(f -> new ScoreSheet(history)).toList();
        List<Runnable> fits = new ArrayList<>();
        for (int one = 0; one < folds.count(); one++) {
            for (int other = one + 1; other < folds.count(); other++) {
                fits.add(fit(learner, one, other, grownOfPair.get(fits.size()), sheets));
            }
        }
        sideBySide.run(fits, fitted);
        List<OutOfFoldScores> all = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            double[] weight = history.weight().clone();
            for (int row : folds.inside(fold)) {
                weight[row] = 0;
            }
            all.add(scores(sheets.get(fold), weight));
        }
        return all;
    }

    /**
     * Out-of-fold scores of every row, each fold's by a learner of its own.
     *
     * @param learners one per fold
     * @param fitted told after every model
     */
    public OutOfFoldScores outOfFold(List<UpliftLearner> learners, Runnable fitted) {
        ScoreSheet sheet = new ScoreSheet(history);
        List<Runnable> fits = new ArrayList<>();
        for (int number = 0; number < folds.count(); number++) {
            int fold = number;
            UpliftLearner learner = learners.get(fold);
            fits.add(() -> score(learner.fit(history.select(folds.training(fold))), fold, sheet));
        }
        sideBySide.run(fits, fitted);
        return scores(sheet, history.weight());
    }

    private Runnable fit(
            UpliftLearner learner, int one, int other, GrownParts grown, List<ScoreSheet> sheets) {
        return () -> {
            UpliftModel model = learner.fit(history.select(folds.training(one, other)), grown);
            score(model, other, sheets.get(one));
            score(model, one, sheets.get(other));
        };
    }

    private void score(UpliftModel model, int fold, ScoreSheet into) {
        int[] inside = folds.inside(fold);
        into.write(inside, model.score(history.customers().select(inside)));
    }

    private OutOfFoldScores scores(ScoreSheet sheet, double[] weight) {
        UpliftScores scores = sheet.scores();
        return new OutOfFoldScores(
                folds.ofRow(),
                scores,
                DoublyRobust.effects(history, scores),
                weight,
                history.group());
    }
}
