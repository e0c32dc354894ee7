package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 */
public final class Forecaster {
    /** Fewer picked rows than this measure nothing. */
    private static final int LEAST_ROWS = 30;

    private final OutOfFoldScores history;
    private final HistoryCustomers customers;
    private final Valuation valuation;
    private final Traits traits;
    private final Traits means;
    private final FutureBands bands;
    private final OfferBook rows;
    private final float[][] effect;

    Forecaster(OutOfFoldScores history, Valuation valuation) {
        this(history, valuation, Traits.NONE);
    }

    /**
     * A forecaster of plans for customers with these traits.
     *
     * @param traits in the order of the audience
     */
    Forecaster(OutOfFoldScores history, Valuation valuation, Traits traits) {
        this(history, HistoryCustomers.of(history), valuation, traits);
    }

    private Forecaster(
            OutOfFoldScores history,
            HistoryCustomers customers,
            Valuation valuation,
            Traits traits) {
        this.history = history;
        this.customers = customers;
        this.valuation = valuation;
        this.traits = traits;
        this.means = means(traits, history.rows());
        this.bands =
                valuation.objective().countsFuture()
                        ? FutureBands.of(traits.future().orElseThrow().ofAnOrder())
                        : FutureBands.NONE;
        this.rows = valuation.value(history.scores(), means.with(bands.values(0, history.rows())));
        this.effect =
                valuation.offers().stream()
                        .map(offer -> history.effect()[offer.treatmentIn(history.scores())])
                        .toArray(float[][]::new);
    }

    /** A forecaster of plans for some customers; worth keeping where many plans are forecast. */
    public static Forecaster of(Valued valued) {
        return new Forecaster(
                valued.model().fit().outOfFold(), valued.valuation(), valued.audience().traits());
    }

    /** The same for the same campaign's customers under other costs, an objective or a doubt. */
    public Forecaster with(Valued valued) {
        OutOfFoldScores other = valued.model().fit().outOfFold();
        boolean same = other == history && valued.audience().traits().equals(traits);
        if (same && valued.valuation().equals(valuation)) {
            return this;
        }
        HistoryCustomers known =
                other.group() == history.group() ? customers : HistoryCustomers.of(other);
        return new Forecaster(other, known, valued.valuation(), valued.audience().traits());
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
        SendsByKind sends = SendsByKind.of(plan, bands.split(kinds), pins);
        PricedCells cells = PricedCells.of(policy, plan.offers(), sends.member(), bands);
        Set<String> notMeasurable = new LinkedHashSet<>();
        List<Agreement> picked = picked(policy, cells, sends.drawn());
        Influences influences = influences(picked, cells, sends, notMeasurable);
        boolean nothingMeasured = influences.isEmpty() && !notMeasurable.isEmpty();
        return new Forecast(
                nothingMeasured ? Optional.empty() : Optional.of(influences.measurement()),
                List.copyOf(notMeasurable));
    }

    /** The rows that are picked in every cell; where sends were drawn, all of them in one more. */
    private List<Agreement> picked(Policy policy, PricedCells cells, long[] drawn) {
        List<Agreement> picked = new ArrayList<>();
        for (int band = 0; band < bands.count(); band++) {
            int[] places = cells.in(band);
            if (places.length > 0) {
                OfferBook valued = band == 0 ? rows : valuedAt(band);
                policy.sets(cells.places(places), valued).stream()
                        .map(agreement -> at(places, agreement))
                        .forEach(picked::add);
            }
        }
        if (LongStream.of(drawn).sum() > 0) {
            long[] all = new long[history.rows()];
            Arrays.fill(all, -1L >>> Long.SIZE - drawn.length);
            int[] numbers = IntStream.range(0, all.length).toArray();
            picked.add(new Agreement(new int[] {cells.count()}, numbers, all));
        }
        return picked;
    }

    /** The history's rows as if an order of each were worth later what it is in a band. */
    private OfferBook valuedAt(int band) {
        FutureValues values = bands.values(band, history.rows());
        return valuation.revalue(rows, history.scores(), means.with(values));
    }

    private static Agreement at(int[] places, Agreement agreement) {
        int[] numbers = IntStream.of(agreement.places()).map(place -> places[place]).toArray();
        return new Agreement(numbers, agreement.rows(), agreement.sets());
    }

    private Influences influences(
            List<Agreement> picked, PricedCells cells, SendsByKind sends, Set<String> unmeasured) {
        Evidence evidence = new Evidence(history, effect, cells.count() + 1);
        picked.forEach(evidence::add);
        Influences influences = new Influences(customers, history, effect, cells.count() + 1);
        long[][] chosen = cells.sums(sends.chosen());
        for (int cell = 0; cell < chosen.length; cell++) {
            for (int offer = 0; offer < effect.length; offer++) {
                if (chosen[cell][offer] > 0 && evidence.rows(cell, offer) < LEAST_ROWS) {
                    unmeasured.add(rows.offers().get(offer).id());
                } else if (chosen[cell][offer] > 0) {
                    influences.count(cell, offer, chosen[cell][offer], evidence);
                }
            }
        }
        for (int offer = 0; offer < effect.length; offer++) {
            if (sends.drawn()[offer] > 0) {
                influences.count(cells.count(), offer, sends.drawn()[offer], evidence);
            }
        }
        picked.forEach(influences::add);
        return influences;
    }

    private static Traits means(Traits traits, int rows) {
        Map<String, float[]> means = new TreeMap<>();
        traits.amounts()
                .forEach(
                        (column, amounts) -> {
                            double sum = 0;
                            for (float amount : amounts) {
                                sum += amount;
                            }
                            float[] mean = new float[rows];
                            Arrays.fill(mean, (float) (sum / Math.max(1, amounts.length)));
                            means.put(column, mean);
                        });
        return new Traits(List.of(), means);
    }
}
