package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Measurement;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        return forecast(plan, policy, Pins.NONE);
    }

    /** The same where some customers' sends were drawn. */
    Forecast forecast(CampaignPlan plan, Policy policy, Pins drawn) {
        PricedCells cells = PricedCells.of(plan.offers(), policy);
        long[][] sends = sends(plan, cells, drawn);
        Set<String> notMeasurable = new LinkedHashSet<>();
        Map<Integer, Double> influence = new LinkedHashMap<>();
        double total = 0;
        for (int cell = 0; cell < cells.first().size(); cell++) {
            if (LongStream.of(sends[cell]).sum() == 0) {
                continue;
            }
            OfferSet[] picks = policy.choose(historyIn(plan.offers(), cells.first().get(cell)));
            for (int offer = 0; offer < sends[cell].length; offer++) {
                long count = sends[cell][offer];
                int[] rows = picked(picks, offer);
                if (count > 0 && rows.length < LEAST_ROWS) {
                    notMeasurable.add(plan.offers().offers().get(offer).id());
                } else if (count > 0) {
                    total += count * measure(rows, effectOf(offer), count, influence);
                }
            }
        }
        total += measureDrawn(sends[cells.first().size()], influence);
        boolean nothingMeasured = influence.isEmpty() && !notMeasurable.isEmpty();
        return new Forecast(
                nothingMeasured ? Optional.empty() : Optional.of(Measurement.of(total, influence)),
                ModelClaims.of(plan, valuation.offers(), 1),
                ModelClaims.of(plan, valuation.offers(), 2),
                List.copyOf(notMeasurable));
    }

    /** How many sends of each offer each cell gets; last, how many were drawn. */
    private static long[][] sends(CampaignPlan plan, PricedCells cells, Pins drawn) {
        int ofDrawn = cells.first().size();
        long[][] sends = new long[ofDrawn + 1][plan.offers().offers().size()];
        for (int send = 0; send < plan.sends().sends(); send++) {
            int customer = plan.sends().customer()[send];
            boolean isDrawn = Arrays.binarySearch(drawn.customer(), customer) >= 0;
            sends[isDrawn ? ofDrawn : cells.of()[customer]][plan.sends().offer()[send]]++;
        }
        return sends;
    }

    private double measureDrawn(long[] sends, Map<Integer, Double> influence) {
        int[] all = IntStream.range(0, history.scores().customers()).toArray();
        double total = 0;
        for (int offer = 0; offer < sends.length; offer++) {
            total +=
                    sends[offer] == 0
                            ? 0
                            : sends[offer] * measure(all, effectOf(offer), sends[offer], influence);
        }
        return total;
    }

    /** The history's rows as if all of them were in one customer's segments. */
    private OfferBook historyIn(OfferBook audience, int customer) {
        int rows = history.scores().customers();
        List<Segmentation> segmentations = new ArrayList<>();
        for (Segmentation one : audience.segmentations()) {
            int[] code = new int[rows];
            Arrays.fill(code, one.code()[customer]);
            segmentations.add(new Segmentation(one.column(), one.names(), code));
        }
        OfferBook all =
                valuation.value(history.scores(), new Traits(segmentations, meanAmounts(rows)));
        float[] never = new float[rows];
        Arrays.fill(never, Float.NaN);
        float[][] value = all.value().clone();
        for (int offer = 0; offer < value.length; offer++) {
            value[offer] = audience.allows(offer, customer) ? value[offer] : never;
        }
        return new OfferBook(all.offers(), value, all.cost(), segmentations, all.measures());
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

    private static int[] picked(OfferSet[] picks, int offer) {
        return IntStream.range(0, picks.length).filter(row -> picks[row].contains(offer)).toArray();
    }

    /**
     * The mean effect of these rows; adds what each customer's row could move of {@code sends}
     * times that mean.
     */
    private double measure(int[] rows, float[] effect, long sends, Map<Integer, Double> influence) {
        double weight = 0;
        double sum = 0;
        for (int row : rows) {
            weight += history.weight()[row];
            sum += history.weight()[row] * effect[row];
        }
        double mean = sum / weight;
        for (int row : rows) {
            double share = sends * history.weight()[row] * (effect[row] - mean) / weight;
            influence.merge(history.group()[row], share, Double::sum);
        }
        return mean;
    }

    private float[] effectOf(int offer) {
        return history.effect()[valuation.offers().get(offer).treatmentIn(history.scores())];
    }
}
