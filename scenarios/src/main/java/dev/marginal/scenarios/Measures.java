package dev.marginal.scenarios;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Measure;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The further amounts of every send: those that offers declare, what others pay of it, and the
 * variance of the cost.
 */
record Measures(List<CampaignOffer> offers, Traits traits, UpliftScores scores) {
    private static final double MOST_TOGETHER = 140e9;

    /**
     * One measure for each name that an offer declares, in the offers' order, and what others pay
     * where any offer is co-funded.
     */
    List<Measure> all(boolean atRisk) {
        List<Measure> measures = new ArrayList<>();
        offers.stream()
                .flatMap(offer -> offer.amounts().keySet().stream())
                .distinct()
                .forEach(name -> measures.add(new Measure(name, amounts(name))));
        if (offers.stream().anyMatch(CampaignOffer::isCoFunded)) {
            measures.add(new Measure(Charge.CO_FUNDING.name(), coFunding()));
        }
        if (atRisk) {
            measures.add(new Measure(Budget.VARIANCE, variances()));
        }
        return measures;
    }

    private float[][] amounts(String name) {
        return offers.stream()
                .map(offer -> offer.amounts().getOrDefault(name, new Amount.Fixed(0)))
                .map(this::column)
                .toArray(float[][]::new);
    }

    private float[] column(Amount amount) {
        if (amount instanceof Amount.OfColumn of) {
            float[] column = traits.amounts().get(of.column());
            Requires.require(column != null, "amount's column", of.column(), "among the traits");
            return column;
        }
        float[] column = new float[scores.customers()];
        Arrays.fill(column, (float) ((Amount.Fixed) amount).each());
        return column;
    }

    private float[][] coFunding() {
        float[][] others = new float[offers.size()][scores.customers()];
        for (int o = 0; o < others.length; o++) {
            CampaignOffer offer = offers.get(o);
            int treatment = offer.treatmentIn(scores);
            IntToDoubleFunction paid = offer.coFunding(scores, treatment);
            for (int i = 0; i < others[o].length; i++) {
                others[o][i] = (float) paid.applyAsDouble(i);
            }
        }
        return others;
    }

    private float[][] variances() {
        float[][] variances = new float[offers.size()][scores.customers()];
        for (int o = 0; o < variances.length; o++) {
            CampaignOffer offer = offers.get(o);
            float[] orders = scores.orderProbability()[offer.treatmentIn(scores)];
            double sum = 0;
            for (int i = 0; i < orders.length; i++) {
                variances[o][i] = (float) offer.costVariance(orders[i]);
                sum += variances[o][i];
            }
            requireCountable(offer, sum);
        }
        return variances;
    }

    private static void requireCountable(CampaignOffer offer, double sum) {
        if (sum > MOST_TOGETHER) {
            throw new BadInput(
                    new Problem(
                            "budget_confidence",
                            0,
                            "cost_per_order of offer " + offer.offer().id(),
                            "%.2f".formatted(offer.costPerOrder()),
                            "is too much for so many customers: its variances add up to more than 140 billion",
                            "Maybe count money in thousands."));
        }
    }
}
