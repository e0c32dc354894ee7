package dev.marginal.value.spending;

import dev.marginal.tables.Execution;
import dev.marginal.value.Histories;
import dev.marginal.value.likelihood.BlockSum;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Customers whose repeat purchases amount to more than nothing. What depends on the frequency alone
 * is added up per frequency; a customer costs one logarithm.
 *
 * @param frequency of each, positive
 * @param mean amount of each, positive
 * @param ofFrequency how many there are by frequency
 * @param logMeans sum of {@code ln m} by frequency
 */
record Spenders(
        int[] frequency, double[] mean, int[] ofFrequency, double[] logMeans, Execution execution) {
    static Spenders of(Histories histories, Execution execution) {
        int[] rows =
                IntStream.range(0, histories.rows())
                        .filter(row -> histories.isRepeater(row) && histories.meanSpend()[row] > 0)
                        .toArray();
        int[] frequency = IntStream.of(rows).map(row -> histories.frequency()[row]).toArray();
        double[] mean = IntStream.of(rows).mapToDouble(row -> histories.meanSpend()[row]).toArray();
        int most = IntStream.of(frequency).max().orElse(0);
        int[] ofFrequency = new int[most + 1];
        double[] logMeans = new double[most + 1];
        for (int i = 0; i < rows.length; i++) {
            ofFrequency[frequency[i]]++;
            logMeans[frequency[i]] += Math.log(mean[i]);
        }
        return new Spenders(frequency, mean, ofFrequency, logMeans, execution);
    }

    int rows() {
        return frequency.length;
    }

    double meanAmount() {
        double sum = 0;
        for (double each : mean) {
            sum += each;
        }
        return sum / rows();
    }

    double dependence() {
        double[] purchases = IntStream.of(frequency).asDoubleStream().toArray();
        return rows() < 2 ? Double.NaN : new PearsonsCorrelation().correlation(purchases, mean);
    }

    double logLikelihood(double p, double q, double gamma) {
        double constant = q * Math.log(gamma) - Gamma.logGamma(q);
        double sum = rows() * constant;
        for (int x = 1; x < ofFrequency.length; x++) {
            if (ofFrequency[x] > 0) {
                double one =
                        Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) + p * x * Math.log(x);
                sum += ofFrequency[x] * one + (p * x - 1) * logMeans[x];
            }
        }
        return sum
                - BlockSum.of(
                        rows(),
                        i -> (p * frequency[i] + q) * Math.log(gamma + mean[i] * frequency[i]),
                        execution);
    }
}
