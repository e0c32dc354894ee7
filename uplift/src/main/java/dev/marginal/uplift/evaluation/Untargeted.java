package dev.marginal.uplift.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Policies that need no scores, and what they know: average effects.
 *
 * <p>What a fold is treated with is decided by the average effects of the other folds, so that no
 * baseline has seen the outcomes that it is judged by.
 *
 * @param effect {@code [fold][treatment]}: mean effect outside the fold
 * @param cost {@code [fold][treatment]}: mean expected cost inside the fold
 */
record Untargeted(Stakes stakes, double[][] effect, double[][] cost) {
    static Untargeted of(Stakes stakes) {
        int folds = Arrays.stream(stakes.fold()).max().orElse(0) + 1;
        double[][] effect = new double[folds][stakes.treatments()];
        double[][] cost = new double[folds][stakes.treatments()];
        for (int[] rows : stakes.folds()) {
            int fold = stakes.fold()[rows[0]];
            int[] others =
                    IntStream.range(0, stakes.rows())
                            .filter(row -> stakes.fold()[row] != fold)
                            .toArray();
            for (int t = 0; t < stakes.treatments(); t++) {
                effect[fold][t] = stakes.mean(stakes.effect()[t], others);
                cost[fold][t] = stakes.mean(stakes.cost()[t], rows);
            }
        }
        return new Untargeted(stakes, effect, cost);
    }

    /** Random customers get a random treatment of those on offer, as long as there is money. */
    Policy random() {
        int[] offered = offered();
        double[] chance = new double[cost.length];
        for (int fold = 0; fold < chance.length; fold++) {
            double[] costs = cost[fold];
            double each = IntStream.of(offered).mapToDouble(t -> costs[t]).average().orElse(0);
            chance[fold] = affordable(each) / offered.length;
        }
        return (row, treatment) ->
                stakes.spending().offered(treatment) ? chance[stakes.fold()[row]] : 0;
    }

    private int[] offered() {
        return IntStream.range(0, stakes.treatments()).filter(stakes.spending()::offered).toArray();
    }

    /** Random customers get the treatments whose average effects are the best for the money. */
    BudgetPolicy averageEffect() {
        return BudgetPolicy.byHulls(
                stakes,
                new Prospects() {
                    @Override
                    public double gain(int treatment, int row) {
                        return effect[stakes.fold()[row]][treatment];
                    }

                    @Override
                    public double cost(int treatment, int row) {
                        return cost[stakes.fold()[row]][treatment];
                    }
                });
    }

    /** For each fold the one treatment that earns most when random customers get it. */
    int[] bestTreatments() {
        return IntStream.range(0, effect.length).map(this::bestTreatment).toArray();
    }

    private int bestTreatment(int fold) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int t : offered()) {
            if (worth(fold, t) > most) {
                best = t;
                most = worth(fold, t);
            }
        }
        return best;
    }

    private double worth(int fold, int treatment) {
        double net =
                effect[fold][treatment] - stakes.spending().leastReturn() * cost[fold][treatment];
        return affordable(cost[fold][treatment]) * net;
    }

    /** The share of the customers for whom there is money. */
    private double affordable(double costPerCustomer) {
        double budget = stakes.spending().perCustomer();
        return costPerCustomer <= budget ? 1 : budget / costPerCustomer;
    }
}
