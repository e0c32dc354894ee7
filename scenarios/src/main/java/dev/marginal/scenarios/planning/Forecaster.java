package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
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
 */
final class Forecaster {
    /** Fewer picked rows than this measure nothing. */
    private static final int LEAST_ROWS = 30;

    private final OutOfFoldScores history;
    private final Valuation valuation;
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
        this.history = history;
        this.valuation = valuation;
        this.traits = traits;
    }

    /**
     * The forecast of {@code plan}.
     *
     * @param policy the plan's prices as a policy
     */
    Forecast forecast(CampaignPlan plan, Policy policy) {
        return forecast(plan, policy, Pins.NONE, CustomerKinds.of(plan.offers(), policy));
    }

    /** The same where some customers' sends were drawn, for customers sorted before. */
    Forecast forecast(CampaignPlan plan, Policy policy, Pins drawn, CustomerKinds kinds) {
        PricedCells cells = kinds.pricedBy(policy, plan.offers());
        long[][] sends = sends(plan, kinds, cells, drawn);
        OfferBook rows = valuation.value(history.scores(), meanTraits());
        Set<String> notMeasurable = new LinkedHashSet<>();
        Influences influences = new Influences(history);
        for (int cell = 0; cell < cells.first().length; cell++) {
            if (LongStream.of(sends[cell]).sum() == 0) {
                continue;
            }
            long[] picks = policy.sets(in(plan.offers(), cells.first()[cell], rows));
            for (int offer = 0; offer < sends[cell].length; offer++) {
                if (sends[cell][offer] == 0) {
                    continue;
                }
                int[] picked = picked(picks, offer);
                if (picked.length < LEAST_ROWS) {
                    notMeasurable.add(plan.offers().offers().get(offer).id());
                } else {
                    influences.add(picked, effectOf(offer), sends[cell][offer]);
                }
            }
        }
        addDrawn(sends[cells.first().length], influences);
        boolean nothingMeasured = influences.isEmpty() && !notMeasurable.isEmpty();
        return new Forecast(
                nothingMeasured ? Optional.empty() : Optional.of(influences.measurement()),
                ModelClaims.of(plan, valuation.offers(), 1),
                ModelClaims.of(plan, valuation.offers(), 2),
                List.copyOf(notMeasurable));
    }

    /** How many sends of each offer each cell gets; last, how many were drawn. */
    private static long[][] sends(
            CampaignPlan plan, CustomerKinds kinds, PricedCells cells, Pins drawn) {
        int ofDrawn = cells.first().length;
        long[][] sends = new long[ofDrawn + 1][plan.offers().offers().size()];
        for (int send = 0; send < plan.sends().sends(); send++) {
            int customer = plan.sends().customer()[send];
            boolean isDrawn =
                    drawn.customers() > 0 && Arrays.binarySearch(drawn.customer(), customer) >= 0;
            sends[isDrawn ? ofDrawn : cells.of()[kinds.of()[customer]]][
                    plan.sends().offer()[send]]++;
        }
        return sends;
    }

    private void addDrawn(long[] sends, Influences influences) {
        int[] all = IntStream.range(0, history.scores().customers()).toArray();
        for (int offer = 0; offer < sends.length; offer++) {
            if (sends[offer] > 0) {
                influences.add(all, effectOf(offer), sends[offer]);
            }
        }
    }

    /** The history's rows as if all of them were in one customer's segments. */
    private static OfferBook in(OfferBook audience, int customer, OfferBook rows) {
        List<Segmentation> segmentations = new ArrayList<>();
        for (Segmentation one : audience.segmentations()) {
            int[] code = new int[rows.customers()];
            Arrays.fill(code, one.code()[customer]);
            segmentations.add(new Segmentation(one.column(), one.names(), code));
        }
        OfferBook there = rows.with(segmentations, rows.measures());
        float[][] value = rows.value().clone();
        boolean closed = false;
        for (int offer = 0; offer < value.length; offer++) {
            if (!audience.allows(offer, customer)) {
                value[offer] = new float[rows.customers()];
                Arrays.fill(value[offer], Float.NaN);
                closed = true;
            }
        }
        return closed ? there.closed(value) : there;
    }

    private Traits meanTraits() {
        return new Traits(List.of(), meanAmounts(history.scores().customers()));
    }

    private Map<String, float[]> meanAmounts(int rows) {
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
        return means;
    }

    private static int[] picked(long[] picks, int offer) {
        int[] rows = new int[picks.length];
        int count = 0;
        for (int row = 0; row < picks.length; row++) {
            if ((picks[row] >>> offer & 1) != 0) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private float[] effectOf(int offer) {
        return history.effect()[valuation.offers().get(offer).treatmentIn(history.scores())];
    }
}
