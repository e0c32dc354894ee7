package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Measurement;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A forecast as its formula reads, send by send and row by row: every cell asks every row, and
 * every influence is added where it arises.
 */
final class PlainForecast {
    private static final int LEAST_ROWS = 30;

    private final OutOfFoldScores history;
    private final Valuation valuation;
    private final Map<Integer, Double> influence = new TreeMap<>();
    private double total;

    PlainForecast(OutOfFoldScores history, Valuation valuation) {
        this.history = history;
        this.valuation = valuation;
    }

    Forecast of(CampaignPlan plan, Policy policy, Pins drawn) {
        CustomerKinds kinds = CustomerKinds.of(plan.offers(), policy);
        OfferBook rows = valuation.value(history.scores());
        long[][] sends = new long[kinds.first().length][rows.offers().size()];
        long[] byChance = new long[rows.offers().size()];
        for (int send = 0; send < plan.sends().sends(); send++) {
            int customer = plan.sends().customer()[send];
            int offer = plan.sends().offer()[send];
            boolean isDrawn = Arrays.binarySearch(drawn.customer(), customer) >= 0;
            (isDrawn ? byChance : sends[kinds.of()[customer]])[offer]++;
        }
        Set<String> unmeasured = new LinkedHashSet<>();
        for (int kind = 0; kind < sends.length; kind++) {
            long[] picks = policy.sets(in(plan.offers(), kinds.first()[kind], rows));
            for (int offer = 0; offer < byChance.length; offer++) {
                int bit = offer;
                int[] picked =
                        IntStream.range(0, picks.length)
                                .filter(row -> (picks[row] >>> bit & 1) != 0)
                                .toArray();
                if (sends[kind][offer] > 0 && picked.length < LEAST_ROWS) {
                    unmeasured.add(rows.offers().get(offer).id());
                } else if (sends[kind][offer] > 0) {
                    add(picked, offer, sends[kind][offer]);
                }
            }
        }
        for (int offer = 0; offer < byChance.length; offer++) {
            if (byChance[offer] > 0) {
                int[] every = IntStream.range(0, rows.customers()).toArray();
                add(every, offer, byChance[offer]);
            }
        }
        boolean nothing = influence.isEmpty() && !unmeasured.isEmpty();
        return new Forecast(
                nothing ? Optional.empty() : Optional.of(Measurement.of(total, influence)),
                List.copyOf(unmeasured));
    }

    private void add(int[] rows, int offer, long sends) {
        int treatment = valuation.offers().get(offer).treatmentIn(history.scores());
        float[] effect = history.effect()[treatment];
        double weight = IntStream.of(rows).mapToDouble(row -> history.weight()[row]).sum();
        double sum =
                IntStream.of(rows).mapToDouble(row -> history.weight()[row] * effect[row]).sum();
        double mean = sum / weight;
        for (int row : rows) {
            influence.merge(
                    history.group()[row],
                    sends * history.weight()[row] * (effect[row] - mean) / weight,
                    Double::sum);
        }
        total += sends * mean;
    }

    /** What the model expects, send by send. */
    ModelClaims claims(CampaignPlan plan) {
        double all = 0;
        double several = 0;
        for (int send = 0; send < plan.sends().sends(); send++) {
            int customer = plan.sends().customer()[send];
            int offer = plan.sends().offer()[send];
            int treatment = valuation.offers().get(offer).treatmentIn(plan.scores());
            float claimed = plan.scores().uplift()[treatment][customer];
            long own = IntStream.of(plan.sends().customer()).filter(one -> one == customer).count();
            all += claimed;
            several += own > 1 ? claimed : 0;
        }
        return new ModelClaims(all, several);
    }

    /** The history's rows as if all of them were one customer. */
    private static OfferBook in(OfferBook audience, int customer, OfferBook rows) {
        Map<String, Segmentation> there = new LinkedHashMap<>();
        for (Segmentation one : audience.segmentations()) {
            int[] code = new int[rows.customers()];
            Arrays.fill(code, one.code()[customer]);
            there.put(one.column(), new Segmentation(one.column(), one.names(), code));
        }
        float[][] value = rows.value().clone();
        for (int offer = 0; offer < value.length; offer++) {
            if (!audience.allows(offer, customer)) {
                value[offer] = new float[rows.customers()];
                Arrays.fill(value[offer], Float.NaN);
            }
        }
        return rows.with(List.copyOf(there.values()), rows.measures()).closed(value);
    }
}
