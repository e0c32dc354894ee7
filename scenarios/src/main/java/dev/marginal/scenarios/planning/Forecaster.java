package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.allocation.GreedyAllocator;
import dev.marginal.optimizer.allocation.GreedyPolicy;
import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Forecasts a plan from the experiment's own rows.
 *
 * <p>A plan is a policy: at its prices, every customer gets the admissible choice that is worth
 * most. The policy is applied to the history with scores of models that never saw those rows, so
 * that the picks there are as blind as the picks in the audience. What the picked rows gained is
 * then measured, not modelled: for offer o, m<sub>o</sub> is the mean doubly robust effect of the
 * rows that the policy picks for o. The forecast is Σ<sub>o</sub> sends<sub>o</sub> ×
 * m<sub>o</sub>.
 *
 * <p>Its variance is the sum over customers of their squared influence, Σ<sub>o</sub>
 * sends<sub>o</sub> w (effect − m<sub>o</sub>) / Σw, so that a customer who is picked for two
 * offers, or stands in several rows, counts as one. Two assumptions remain: effects of several
 * sends to one customer add up, and the audience responds as the customers of the history did.
 *
 * <p>Where prices differ by segment, the history is asked once for each combination of segments as
 * if all its rows were in it, and each combination's sends count with what was measured there: the
 * history need not have the audience's columns. That takes customers with equal scores to respond
 * alike in every segment. A column of amounts is replaced by its mean there. What is not open to a
 * customer is not open to the rows that stand for them either. Sends that were drawn at random, not
 * chosen, are worth the mean effect of all rows.
 *
 * <p>Where a plan counts later orders, its choice rests on what an order is worth later for each
 * customer, which the history does not tell. As with segments, it is asked once for each of some
 * bands of that value, as if all its rows were worth the band's mean: customers with equal scores
 * are taken to respond alike in every band. What is measured is the window's GMV alone.
 *
 * <p>A simpler way of planning, one that goes down a list, has no prices: its cut-offs ({@link
 * GreedyPolicy}) say which rows stand for its sends.
 */
public final class Forecaster {
    private final HeldOut held;
    private final Traits traits;

    Forecaster(OutOfFoldScores history, Valuation valuation) {
        this(history, valuation, Traits.NONE);
    }

    /**
     * A forecaster of plans for customers with these traits.
     *
     * @param traits in the order of the audience
     */
    Forecaster(OutOfFoldScores history, Valuation valuation, Traits traits) {
        this(HeldOut.of(history, HistoryCustomers.of(history), valuation, traits), traits);
    }

    private Forecaster(HeldOut held, Traits traits) {
        this.held = held;
        this.traits = traits;
    }

    /** A forecaster of plans for some customers; worth keeping where many plans are forecast. */
    public static Forecaster of(Valued valued) {
        return new Forecaster(
                valued.model().fit().outOfFold(), valued.valuation(), valued.audience().traits());
    }

    /** The same for the same campaign's customers under other costs, an objective or a doubt. */
    public Forecaster with(Valued valued) {
        OutOfFoldScores other = valued.model().fit().outOfFold();
        Traits others = valued.audience().traits();
        boolean same = other == held.history() && others.equals(traits);
        if (same && valued.valuation().equals(held.valuation())) {
            return this;
        }
        HistoryCustomers known =
                other.group() == held.history().group()
                        ? held.customers()
                        : HistoryCustomers.of(other);
        return new Forecaster(HeldOut.of(other, known, valued.valuation(), others), others);
    }

    /**
     * The forecast of {@code plan}.
     *
     * @param policy the plan's prices as a policy
     */
    Forecast forecast(CampaignPlan plan, Policy policy) {
        return forecast(plan, policy, Pins.NONE, CustomerKinds.of(plan.offers(), policy));
    }

    /**
     * What a plan for these customers will earn, as the held-out experiment says it.
     *
     * @param rules that the plan keeps
     * @param pins sends that were drawn, not chosen
     * @param kinds of the customers by these rules; more may be open to them than in the plan's
     *     book, but to all who get anything of one kind the same
     */
    public Forecast forecast(CampaignPlan plan, Rules rules, Pins pins, CustomerKinds kinds) {
        return forecast(plan, Policy.of(Terms.of(plan.offers()), plan.sends(), rules), pins, kinds);
    }

    Forecast forecast(CampaignPlan plan, Policy policy, Pins pins, CustomerKinds kinds) {
        SendsByKind sends = SendsByKind.of(plan, held.bands().split(kinds), pins);
        PricedCells cells = PricedCells.of(policy, plan.offers(), sends.member(), held.bands());
        Measuring measuring = new Measuring(held, cells.count());
        measuring.chosen(picked(policy, cells), cells.sums(sends.chosen()));
        measuring.drawn(sends.drawn());
        return measuring.forecast();
    }

    /**
     * The same of a plan whose customers are known by kinds alone.
     *
     * @param members a book of one customer of each kind
     * @param chosen {@code [kind · offers + offer]}: the sends to each kind
     */
    Forecast forecast(Policy policy, OfferBook members, long[] chosen) {
        int[] each = IntStream.range(0, members.customers()).toArray();
        PricedCells cells = PricedCells.of(policy, members, each, held.bands());
        Measuring measuring = new Measuring(held, cells.count());
        measuring.chosen(picked(policy, cells), cells.sums(chosen));
        return measuring.forecast();
    }

    /** The rows that are picked in every cell. */
    private List<Agreement> picked(Policy policy, PricedCells cells) {
        List<Agreement> picked = new ArrayList<>();
        for (int band = 0; band < held.bands().count(); band++) {
            int[] places = cells.in(band);
            if (places.length > 0) {
                policy.sets(cells.places(places), held.valued(band)).stream()
                        .map(agreement -> at(places, agreement))
                        .forEach(picked::add);
            }
        }
        return picked;
    }

    private static Agreement at(int[] places, Agreement agreement) {
        int[] numbers = IntStream.of(agreement.places()).map(place -> places[place]).toArray();
        return new Agreement(numbers, agreement.rows(), agreement.sets());
    }

    /**
     * The same of a greedy plan, whose cut-offs take the place of prices.
     *
     * @param ofRows the list as it is made of the history's rows
     */
    Forecast forecast(
            CampaignPlan plan,
            GreedyAllocator how,
            GreedyAllocator ofRows,
            Rules rules,
            Pins pins,
            CustomerKinds kinds) {
        CustomerKinds split = held.bands().split(kinds);
        SendsByKind sends = SendsByKind.of(plan, split, pins);
        GreedyPolicy policy =
                GreedyPolicy.of(
                        how, plan.sends(), plan.offers(), rules, split.of(), split.first(), pins);
        Measuring measuring = new Measuring(held, split.first().length);
        for (int band = 0; band < held.bands().count(); band++) {
            OfferBook rows = held.valued(band);
            for (int kind : kindsWithSends(sends, split, band)) {
                measuring.chosen(kind, policy.sets(kind, ofRows, rows), sends.of(kind));
            }
        }
        measuring.drawn(sends.drawn());
        return measuring.forecast();
    }

    private int[] kindsWithSends(SendsByKind sends, CustomerKinds kinds, int band) {
        return IntStream.range(0, kinds.first().length)
                .filter(kind -> held.bands().band(kinds.first()[kind]) == band)
                .filter(kind -> LongStream.of(sends.of(kind)).sum() > 0)
                .toArray();
    }

    /** The same of a plan whose sends were all drawn at random. */
    Forecast ofDrawn(CampaignPlan plan) {
        Measuring measuring = new Measuring(held, 0);
        measuring.drawn(plan.totals().offers().stream().mapToLong(OfferTotal::sends).toArray());
        return measuring.forecast();
    }

    /** The likelihood of an order under each offer of the history's rows, {@code [offer][row]}. */
    float[][] response() {
        return held.valuation().response(held.history().scores());
    }
}
