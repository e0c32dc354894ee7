package dev.marginal.boosting;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Grows trees round by round and, where asked, stops when a loss no longer falls.
 *
 * <p>XGBoost4J's own early stopping prints every round and keeps the surplus trees. Here the loss
 * is asked for every {@link #STEP} rounds; the best forest so far is kept as bytes. A loss counts
 * as lower only by more than rounding, since its sum depends on the number of threads in the last
 * bits.
 */
final class Growing {
    static final int STEP = 10;
    private static final double ROUNDING = 1e-7;

    private final DMatrix data;
    private final Map<String, Object> parameters;

    Growing(DMatrix data, Map<String, Object> parameters) {
        this.data = data;
        this.parameters = parameters;
    }

    /** What the trees so far lose on rows that they have not learnt from. */
    interface Loss {
        double of(Booster booster, int round) throws XGBoostError;
    }

    /** A forest and the number of its rounds. */
    record Grown(Forest forest, int rounds) {}

    /** A forest of so many rounds. */
    Forest grow(int rounds) throws XGBoostError {
        Booster booster = XGBoost.train(data, parameters, rounds, Map.of(), null, null);
        try {
            return new Forest(booster.toByteArray("ubj"));
        } finally {
            booster.dispose();
        }
    }

    /** The forest with the lowest loss, of any multiple of STEP rounds, none included. */
    Grown growBest(int rounds, int patience, Map<String, DMatrix> others, Loss loss)
            throws XGBoostError {
        Booster booster = XGBoost.train(data, parameters, 0, others, null, null);
        try {
            double least = loss.of(booster, 0);
            Grown best = new Grown(new Forest(booster.toByteArray("ubj")), 0);
            for (int round = 1; round <= rounds && round - best.rounds() <= patience; round++) {
                booster.update(data, round - 1);
                if (round % STEP != 0 && round != rounds) {
                    continue;
                }
                double now = loss.of(booster, round);
                if (now < least - ROUNDING * Math.abs(least)) {
                    least = now;
                    best = new Grown(new Forest(booster.toByteArray("ubj")), round);
                }
            }
            return best;
        } finally {
            booster.dispose();
        }
    }

    /** The loss on other rows; the library's answer looks like {@code [9]\theld-rmse:1.25}. */
    static double loss(Booster booster, DMatrix rows, int round) throws XGBoostError {
        String answer = booster.evalSet(new DMatrix[] {rows}, new String[] {"held"}, round);
        return Double.parseDouble(answer.substring(answer.lastIndexOf(':') + 1));
    }
}
