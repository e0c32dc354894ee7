package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.storage.StoredModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A campaign's customers, scored and valued, before anything is decided.
 *
 * @param file what was asked for
 * @param audience who could be contacted
 * @param model what was learnt
 * @param valuation turns uplift into money
 * @param scores what each treatment adds for each customer
 * @param offers the same in money
 */
public record Valued(
        CampaignFile file,
        Audience audience,
        StoredModel model,
        Valuation valuation,
        UpliftScores scores,
        OfferBook offers) {
    static Valued of(CampaignFile file, Audience audience, StoredModel model) {
        boolean atRisk = file.budget().confidence().isPresent();
        Valuation valuation = new Valuation(file.offers(), file.objective(), atRisk);
        UpliftScores scores = model.fit().model().score(audience.customers());
        return new Valued(
                file,
                audience,
                model,
                valuation,
                scores,
                valuation.value(scores, audience.traits()));
    }

    /**
     * The same customers and scores under a campaign file with other offers' costs or objective.
     */
    public Valued with(CampaignFile changed) {
        Valuation other = new Valuation(changed.offers(), changed.objective(), valuation.atRisk());
        return new Valued(changed, audience, model, other, scores, valuedBy(other));
    }

    /** What is worth and costs what it did is not valued again, but shared. */
    private OfferBook valuedBy(Valuation other) {
        int[] places =
                IntStream.range(0, other.offers().size())
                        .filter(
                                place ->
                                        !other.offers().get(place).equals(file.offers().get(place)))
                        .toArray();
        boolean sameObjective = other.objective().equals(file.objective());
        if (places.length == 0 && offers.measures().isEmpty()) {
            return sameObjective ? offers : other.revalue(offers, scores, audience.traits());
        }
        if (!sameObjective || !offers.measures().isEmpty()) {
            return other.value(scores, audience.traits());
        }
        List<CampaignOffer> some = IntStream.of(places).mapToObj(other.offers()::get).toList();
        Valuation part = new Valuation(some, other.objective());
        return offers.revalued(part.value(scores, audience.traits()), places);
    }

    /**
     * The same customers, taken to respond so many standard errors worse than the model says, under
     * a campaign file with other offers' costs or objective. The history's customers are taken so
     * as well: a forecast then measures what the pessimist's picks gained, not what a pessimist
     * expects.
     *
     * @param errors zero or more
     */
    public Valued with(CampaignFile changed, double errors) {
        if (errors == 0) {
            return with(changed);
        }
        CrossFit fit = model.fit();
        OutOfFoldScores history = fit.outOfFold();
        Doubt doubt = Doubt.of(history);
        OutOfFoldScores doubted =
                new OutOfFoldScores(
                        history.fold(),
                        doubt.less(history.scores(), errors),
                        history.effect(),
                        history.weight(),
                        history.group());
        StoredModel pessimist =
                new StoredModel(
                        model.origin(),
                        new CrossFit(fit.model(), doubted, fit.randomisation()),
                        model.evaluation(),
                        model.inspection());
        Valuation other = new Valuation(changed.offers(), changed.objective(), valuation.atRisk());
        UpliftScores lower = doubt.less(scores, errors);
        return new Valued(
                changed, audience, pessimist, other, lower, other.value(lower, audience.traits()));
    }

    /**
     * The same with what more words want to know of the customers.
     *
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out
     * @throws dev.marginal.scenarios.StaleInput if the audience's source has changed
     */
    public Valued knowing(AudienceWords words, TableReader reader) {
        Audience more = audience.knowing(file.with(words), reader);
        return more == audience
                ? this
                : new Valued(
                        file,
                        more,
                        model,
                        valuation,
                        scores,
                        offers.with(more.traits().segmentations(), offers.measures()));
    }

    /**
     * What a plan for these customers will earn, as the held-out experiment says it.
     *
     * @param rules that the plan keeps
     * @param pins sends that were drawn, not chosen
     */
    public Forecast forecast(CampaignPlan plan, Rules rules, Pins pins) {
        Policy policy = Policy.of(Terms.of(plan.offers()), plan.sends(), rules);
        CustomerKinds kinds = CustomerKinds.of(plan.offers(), policy);
        return Forecaster.of(this).forecast(plan, policy, pins, kinds);
    }

    /**
     * What a plan for these customers brings in the window and later; empty where the campaign does
     * not say what an order is worth later.
     */
    public Optional<ValueParts> parts(CampaignPlan plan) {
        return audience.traits().future().map(all -> ValueParts.of(plan, file.offers(), all));
    }

    /**
     * The forecast of a plan of which nothing can be measured: its choice rests on more than scores
     * and segments, so that no held-out customer can be given the same.
     */
    public Forecast unmeasured(CampaignPlan plan) {
        List<String> sent =
                plan.totals().offers().stream()
                        .filter(total -> total.sends() > 0)
                        .map(total -> total.offer().id())
                        .toList();
        return new Forecast(Optional.empty(), sent);
    }
}
