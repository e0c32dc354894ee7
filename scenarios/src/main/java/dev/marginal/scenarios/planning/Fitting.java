package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Origin;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Evaluator;
import dev.marginal.uplift.inspection.Inspector;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.storage.StoredModel;
import java.util.Map;
import java.util.Optional;

/** Learns from a campaign's history, and judges and inspects what was learnt. */
record Fitting(CampaignFile file, Execution execution, Progress progress) {
    /**
     * Fits, judges and inspects.
     *
     * @param customers of the audience, among whom the budget is divided
     */
    StoredModel fit(CampaignHistory history, int customers) {
        LearnerSettings settings = LearnerSettings.defaults().withSeed(file.seed());
        CrossFit fit = crossFit(history, settings);
        progress.begins("Judging the model on held-out rows");
        Evaluation evaluation =
                new Evaluator(settings.seed(), execution)
                        .evaluate(
                                history,
                                fit.outOfFold(),
                                CampaignSpending.of(file, history.treatments(), customers),
                                Map.of());
        progress.begins("Looking at what its uplift rests on");
        Inspection inspection =
                new Inspector(settings.seed(), execution)
                        .inspect(history, fit.outOfFold(), fit.model());
        return new StoredModel(origin(), fit, evaluation, inspection);
    }

    private CrossFit crossFit(CampaignHistory history, LearnerSettings settings) {
        progress.begins(
                "Fitting learner '%s' on %,d rows, once for each of %d folds and once on all"
                        .formatted(file.learner(), history.rows(), settings.folds()));
        UpliftLearner learner = Learners.named(file.learner(), settings, execution);
        return new CrossFitting(learner, settings, progress::isAt).fit(history);
    }

    private Origin origin() {
        return new Origin(
                file.campaign(), file.history().source().name(), file.currency(), Optional.empty());
    }
}
