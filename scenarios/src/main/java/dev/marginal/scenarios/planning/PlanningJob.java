package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.Campaign;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.loading.HistoryLoader;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Evaluator;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.storage.StoredModel;
import java.util.List;

/**
 * From a campaign file to a plan: fit, score, value, allocate, forecast, compare.
 *
 * @param reader reads the files
 * @param threads how many to use; never changes a result
 * @param progress told of every step
 */
public record PlanningJob(TableReader reader, int threads, Progress progress) {
    /**
     * Learns from the campaign's history and judges what was learnt on rows that the judged models
     * never saw.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the history
     */
    public StoredModel fit(CampaignFile file) {
        progress.begins("Reading " + file.history().source().name());
        CampaignHistory history = HistoryLoader.load(file, reader);
        LearnerSettings settings = LearnerSettings.defaults().withSeed(file.seed());
        progress.begins(
                "Fitting learner '%s' on %,d rows, once for each of %d folds and once on all"
                        .formatted(file.learner(), history.rows(), settings.folds()));
        Execution execution = new Execution(threads);
        UpliftLearner learner = Learners.named(file.learner(), settings, execution);
        CrossFit fit = new CrossFitting(learner, settings).fit(history);
        progress.begins("Judging the model on held-out rows");
        Evaluation evaluation =
                new Evaluator(settings.seed(), execution).evaluate(history, fit.outOfFold());
        return new StoredModel(fit, evaluation);
    }

    /**
     * Plans with a model fitted before.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the audience
     * @throws NoPlan if no plan keeps every rule
     */
    public PlannedCampaign plan(CampaignFile file, StoredModel model) {
        progress.begins("Reading " + file.audience().source().name());
        Audience audience = Audience.load(file, model.fit().model(), reader);
        Valuation valuation = new Valuation(file.offers(), file.objective());
        Campaign campaign =
                new Campaign(
                        model.fit().model(),
                        audience.customers(),
                        valuation,
                        file.budget(),
                        file.rules());
        progress.begins("Planning for %,d customers".formatted(audience.customers().rows()));
        CampaignPlan plan =
                campaign.plan(Allocators.standard(AllocatorSettings.defaults(), allocation()));
        if (plan.sends().outcome() == Outcome.INFEASIBLE
                || plan.sends().outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(plan.sends());
        }
        progress.begins("Forecasting from held-out rows, and planning as others would");
        Policy policy = Policy.of(plan.offers().offers(), plan.sends(), file.rules());
        Forecast forecast =
                new Forecaster(model.fit().outOfFold(), valuation).forecast(plan, policy);
        List<Neighbour> neighbours = Neighbours.of(campaign, plan, file.seed(), allocation());
        return new PlannedCampaign(file, audience, model, plan, forecast, neighbours);
    }

    private dev.marginal.optimizer.Execution allocation() {
        return new dev.marginal.optimizer.Execution(threads);
    }
}
