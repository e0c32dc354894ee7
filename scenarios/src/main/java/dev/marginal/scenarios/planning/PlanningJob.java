package dev.marginal.scenarios.planning;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.OtherBudgets;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.loading.AudienceParts;
import dev.marginal.scenarios.loading.HistoryLoader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.inspection.Drifts;
import dev.marginal.uplift.storage.StoredModel;
import java.util.List;
import java.util.Optional;

/**
 * From a campaign file to a plan: fit, score, value, allocate, forecast, compare.
 *
 * @param reader reads the files
 * @param execution with how many threads; never changes a result
 * @param progress told of every step
 */
public record PlanningJob(TableReader reader, Execution execution, Progress progress) {
    /**
     * Learns from the campaign's history and judges what was learnt on rows that the judged models
     * never saw. The audience is read too: the budget that policies are judged at is divided among
     * its customers.
     *
     * @throws BadInput with every problem of the history, or of the audience
     */
    public StoredModel fit(CampaignFile file) {
        Optional<Purchases> purchases = purchases(file);
        CampaignHistory history = history(file, purchases);
        return fit(file, history, audience(file, features(history), purchases));
    }

    /**
     * The same for an audience of which only the number of customers is known.
     *
     * @throws BadInput with every problem of the history
     */
    public StoredModel fit(CampaignFile file, int customers) {
        CampaignHistory history = history(file, purchases(file));
        return new Fitting(file, execution, progress).fit(history, customers);
    }

    /**
     * Reads history and audience, fits, and plans.
     *
     * @throws BadInput with every problem of the history, or of the audience
     * @throws NoPlan if no plan keeps every rule
     */
    public PlannedCampaign plan(CampaignFile file) {
        return plan(value(file));
    }

    /**
     * Plans with a model fitted before.
     *
     * @throws BadInput with every problem of the audience, or if the model does not know a
     *     treatment
     * @throws NoPlan if no plan keeps every rule
     */
    public PlannedCampaign plan(CampaignFile file, StoredModel model) {
        return plan(value(file, model));
    }

    /**
     * Reads history and audience, fits, scores and values: all that comes before deciding.
     *
     * @throws BadInput with every problem of the history, or of the audience
     */
    public Valued value(CampaignFile file) {
        Optional<Purchases> purchases = purchases(file);
        CampaignHistory history = history(file, purchases);
        Audience audience = audience(file, features(history), purchases);
        return value(file, audience, fit(file, history, audience));
    }

    /**
     * The same with a model fitted before.
     *
     * @throws BadInput with every problem of the audience, or if the model does not know a
     *     treatment
     */
    public Valued value(CampaignFile file, StoredModel model) {
        requireTreatments(file, model.fit().model().treatments());
        List<FeatureSpec> features = model.fit().model().features();
        return value(file, audience(file, features, purchases(file)), model);
    }

    /**
     * The same of a part of an audience: the one that {@code file} names. What must hold of all
     * customers together is not looked at ({@link AudienceParts}).
     *
     * @throws BadInput with every problem of the part, or if the model does not know a treatment
     */
    public Valued valuePart(CampaignFile file, StoredModel model) {
        requireTreatments(file, model.fit().model().treatments());
        progress.begins("Reading " + file.audience().source().name());
        List<FeatureSpec> features = model.fit().model().features();
        return value(file, AudienceParts.read(file, features, reader), model);
    }

    /**
     * Decides, forecasts and compares.
     *
     * @param offers those of {@code valued} that are open, with all that {@code rules} speak of
     * @param budget the most to spend
     * @param rules what the plan keeps
     * @param pins whose sends are fixed already
     * @throws NoPlan if no plan keeps every rule
     */
    public PlannedCampaign plan(
            Valued valued, OfferBook offers, Budget budget, Rules rules, Pins pins) {
        progress.begins("Planning for %,d customers".formatted(offers.customers()));
        Allocator allocator = Allocators.standard(valued.file().search(), execution);
        SendPlan sends = new PinnedAllocator(pins, allocator).allocate(offers, budget, rules);
        if (sends.outcome() == Outcome.INFEASIBLE || sends.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(sends);
        }
        CampaignPlan plan = new CampaignPlan(valued.scores(), offers, sends);
        progress.begins("Forecasting from held-out rows, and planning as others would");
        StoredModel model = valued.model();
        Decision decided = Decision.of(valued, plan, budget, rules, pins);
        Drift drift = Drifts.between(model.inspection().profiles(), valued.audience().customers());
        return new PlannedCampaign(
                valued.file().with(budget),
                valued.audience(),
                model,
                drift,
                plan,
                decided.forecast(),
                ModelClaims.of(plan, valued.file().offers()),
                new Neighbours(decided, execution).all(),
                budgets(decided));
    }

    private OtherBudgets budgets(Decision decided) {
        progress.begins("Planning at other budgets");
        return new BudgetWalk(decided, execution).walk();
    }

    /**
     * How far the audience differs from the history that a model learnt from.
     *
     * @throws BadInput with every problem of the audience
     */
    public Drift drift(CampaignFile file, StoredModel model) {
        Audience audience = audience(file, model.fit().model().features(), purchases(file));
        return Drifts.between(model.inspection().profiles(), audience.customers());
    }

    private CampaignHistory history(CampaignFile file, Optional<Purchases> purchases) {
        progress.begins("Reading " + file.history().source().name());
        return HistoryLoader.load(file, purchases, reader);
    }

    private Audience audience(
            CampaignFile file, List<FeatureSpec> features, Optional<Purchases> purchases) {
        progress.begins("Reading " + file.audience().source().name());
        return Audience.load(file, features, purchases, reader);
    }

    /** The log of the campaign's lifecycle, to be read once for history and audience. */
    private Optional<Purchases> purchases(CampaignFile file) {
        file.lifecycle().ifPresent(asked -> progress.begins("Reading " + asked.purchases().name()));
        Optional<Purchases> purchases = Purchases.of(file, reader, execution);
        purchases.ifPresent(Purchases::log);
        return purchases;
    }

    private static List<FeatureSpec> features(CampaignHistory history) {
        return history.customers().features().stream().map(FeatureSpec::of).toList();
    }

    private StoredModel fit(CampaignFile file, CampaignHistory history, Audience audience) {
        return new Fitting(file, execution, progress).fit(history, audience.customers().rows());
    }

    private Valued value(CampaignFile file, Audience audience, StoredModel model) {
        requireCosts(file, model.fit().outOfFold().scores().cost().isPresent());
        requireOrders(file, model);
        progress.begins("Scoring %,d customers".formatted(audience.customers().rows()));
        return Valued.of(file, audience, model);
    }

    private PlannedCampaign plan(Valued valued) {
        CampaignFile file = valued.file();
        return plan(valued, valued.offers(), file.budget(), file.rules(), Pins.NONE);
    }

    private static void requireTreatments(CampaignFile file, List<String> treatments) {
        Problems problems = new Problems();
        for (CampaignOffer offer : file.offers()) {
            if (!treatments.contains(offer.treatment())) {
                String suggestion = Suggestion.didYouMean(offer.treatment(), treatments);
                problems.add(
                        new Problem(
                                file.name(),
                                0,
                                "treatment of offer " + offer.offer().id(),
                                offer.treatment(),
                                "is unknown to the model, which knows "
                                        + String.join(", ", treatments),
                                suggestion.isEmpty() ? "Maybe fit the model again." : suggestion));
            }
        }
        problems.throwIfAny();
    }

    /** Models of before such orders were kept know only who orders under a treatment. */
    private static void requireOrders(CampaignFile file, StoredModel model) {
        boolean known = model.fit().outOfFold().scores().baselineOrders().isPresent();
        if (file.objective().countsFuture() && !known) {
            throw new BadInput(
                    new Problem(
                            file.name(),
                            0,
                            "objective",
                            "value",
                            "needs a model that tells who orders without any treatment, and this one was fitted before models did",
                            "Fit the model again."));
        }
    }

    /** Costs are learnt or stated, by model and file alike. */
    private static void requireCosts(CampaignFile file, boolean learnt) {
        if (learnt != file.history().cost().isPresent()) {
            throw new BadInput(
                    new Problem(
                            file.name(),
                            0,
                            "history.cost",
                            null,
                            learnt
                                    ? "is missing, but the model has learnt from it what sends cost"
                                    : "is there, but the model knows nothing of it",
                            "Fit the model again."));
        }
    }
}
