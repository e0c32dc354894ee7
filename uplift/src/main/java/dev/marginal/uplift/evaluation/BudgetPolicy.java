package dev.marginal.uplift.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A policy that spends a budget per customer, in every fold by itself: a fold is a campaign with a
 * model and a price of its own, so that no row's outcome has a part in what the row gets.
 *
 * <p>The steps that tie where the budget ends are taken with the probability that spends it to the
 * last coin. So equal scores are random sends.
 */
final class BudgetPolicy implements Policy {
    private static final int NOTHING = -1;
    private static final double ROUNDING = 1e-12;

    private final byte[] sure;
    private final byte[] perhaps;
    private final double[] share;
    private final List<Climber> climbers = new ArrayList<>();

    /** Spends nothing as yet. */
    BudgetPolicy(Stakes stakes, Function<int[], Ladder> ladderOfFold) {
        int rows = stakes.rows();
        sure = new byte[rows];
        perhaps = new byte[rows];
        share = new double[rows];
        Arrays.fill(sure, (byte) NOTHING);
        for (int[] fold : stakes.folds()) {
            climbers.add(new Climber(ladderOfFold.apply(fold), stakes.weightOf(fold)));
        }
    }

    /** Follows the best slopes of these prospects. */
    static BudgetPolicy byHulls(Stakes stakes, Prospects prospects) {
        return new BudgetPolicy(
                stakes,
                fold ->
                        Ladder.ofHulls(
                                fold,
                                stakes.treatments(),
                                prospects,
                                stakes.weight(),
                                stakes.spending().leastReturn()));
    }

    /**
     * Gives the highest scores one treatment.
     *
     * @param treatment of each fold
     */
    static BudgetPolicy byScores(Stakes stakes, int[] treatment, float[] score) {
        return new BudgetPolicy(
                stakes,
                fold ->
                        Ladder.ofScores(
                                fold,
                                treatment[stakes.fold()[fold[0]]],
                                stakes.believed(),
                                stakes.weight(),
                                score));
    }

    /** Spends up to this budget, which must not be below an earlier one. */
    BudgetPolicy spend(double perCustomer) {
        climbers.forEach(climber -> climber.spend(perCustomer));
        return this;
    }

    /** The budget above which no fold has anything to buy. */
    double saturation() {
        return climbers.stream().mapToDouble(Climber::saturation).max().orElse(0);
    }

    @Override
    public double chance(int row, int treatment) {
        double ofSure = sure[row] == treatment ? 1 - share[row] : 0;
        return perhaps[row] == treatment ? ofSure + share[row] : ofSure;
    }

    /** Goes up one fold's ladder. */
    private final class Climber {
        private final Ladder ladder;
        private final double weight;
        private int tie;
        private int place;
        private double spent;

        Climber(Ladder ladder, double weight) {
            this.ladder = ladder;
            this.weight = weight;
        }

        void spend(double perCustomer) {
            double budget = perCustomer * weight;
            for (; tie < ladder.ties(); tie++) {
                double cost = cost(tie, place);
                if (spent + cost > budget * (1 + ROUNDING)) {
                    take(Math.max(0, budget - spent) / cost);
                    return;
                }
                take(1);
                spent += cost;
                place = ladder.end(tie);
            }
        }

        /** Takes the tie with this probability. */
        private void take(double probability) {
            for (int at = place; at < ladder.end(tie); at++) {
                int row = ladder.row(at);
                if (probability == 1) {
                    sure[row] = (byte) ladder.to(at);
                    share[row] = 0;
                } else {
                    perhaps[row] = (byte) ladder.to(at);
                    share[row] = probability;
                }
            }
        }

        private double cost(int ofTie, int from) {
            double cost = 0;
            for (int at = from; at < ladder.end(ofTie); at++) {
                cost += ladder.cost(at);
            }
            return cost;
        }

        double saturation() {
            double all = spent;
            int from = place;
            for (int rest = tie; rest < ladder.ties(); rest++) {
                all += cost(rest, from);
                from = ladder.end(rest);
            }
            return all / weight;
        }
    }
}
