package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
 */
final class Forecaster {
    /** Fewer picked rows than this measure nothing. */
    private static final int LEAST_ROWS = 30;

    private final OutOfFoldScores history;
    private final Valuation valuation;

    Forecaster(OutOfFoldScores history, Valuation valuation) {
        this.history = history;
        this.valuation = valuation;
    }

    /**
     * The forecast of {@code plan}.
     *
     * @param policy the plan's prices as a policy
     */
    Forecast forecast(CampaignPlan plan, Policy policy) {
        OfferBook book = valuation.value(history.scores());
        OfferSet[] picks = policy.choose(book);
        List<String> notMeasurable = new ArrayList<>();
        Map<Integer, Double> influence = new LinkedHashMap<>();
        double total = 0;
        for (OfferTotal part : OfferTotal.of(plan)) {
            int offer = book.offers().indexOf(part.offer());
            int[] rows = picked(picks, offer);
            if (part.sends() > 0 && rows.length < LEAST_ROWS) {
                notMeasurable.add(part.offer().id());
            } else if (part.sends() > 0) {
                total += part.sends() * measure(rows, effectOf(offer), part.sends(), influence);
            }
        }
        boolean nothingMeasured = influence.isEmpty() && !notMeasurable.isEmpty();
        Interval interval = Interval.normal(total, standardError(influence));
        return new Forecast(
                nothingMeasured ? Optional.empty() : Optional.of(interval),
                claimed(plan),
                notMeasurable);
    }

    private static double standardError(Map<Integer, Double> influence) {
        return Math.sqrt(influence.values().stream().mapToDouble(share -> share * share).sum());
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

    /** The incremental GMV that the model itself expects of the plan's sends. */
    private double claimed(CampaignPlan plan) {
        int[] treatment = CampaignOffer.treatmentsIn(plan.scores(), valuation.offers());
        double claimed = 0;
        for (int send = 0; send < plan.sends().sends(); send++) {
            int number = treatment[plan.sends().offer()[send]];
            claimed += plan.scores().uplift()[number][plan.sends().customer()[send]];
        }
        return claimed;
    }
}
