package dev.marginal.benchmarks.forecasting;

import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One planted campaign, its forecast and its truth, in currency.
 *
 * @param truth what the plan's sends truly earn
 * @param low lower end of the forecast's 95 % interval
 * @param forecast its estimate
 * @param high upper end
 * @param claim what the model says of its own plan
 * @param greedyTruth what greedy sends by predicted value per cost truly earn
 * @param greedyClaim what the model says of those
 */
record Forecasted(
        double truth,
        double low,
        double forecast,
        double high,
        double claim,
        double greedyTruth,
        double greedyClaim) {
    private static final int NUMBERS = 7;

    /** From its text. */
    static Forecasted parse(String text) {
        double[] n = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Requires.require(n.length == NUMBERS, "campaign", text, NUMBERS + " numbers");
        return new Forecasted(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }

    boolean covers() {
        return low <= truth && truth <= high;
    }

    @Override
    public String toString() {
        return DoubleStream.of(truth, low, forecast, high, claim, greedyTruth, greedyClaim)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }
}
