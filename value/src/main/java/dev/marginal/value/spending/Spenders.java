package dev.marginal.value.spending;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Groups;
import dev.marginal.tables.RowBlocks;
import dev.marginal.value.Histories;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Customers whose repeat purchases amount to more than nothing, the least frequent first. What
 * depends on the frequency alone is added up per frequency; of the rest, the logarithms of eight
 * customers of one frequency are taken as that of their product.
 *
 * @param frequency of each, positive
 * @param mean amount of each, positive
 * @param ofFrequency how many there are by frequency
 * @param logMeans sum of {@code ln m} by frequency
 */
record Spenders(
        int[] frequency, double[] mean, int[] ofFrequency, double[] logMeans, Execution execution) {
    /** So many amounts, none above 10³⁰, have a product that is a double. */
    private static final int TOGETHER = 8;

    static Spenders of(Histories histories, Execution execution) {
        int[] spenders =
                IntStream.range(0, histories.rows())
                        .filter(row -> histories.isRepeater(row) && histories.meanSpend()[row] > 0)
                        .toArray();
        int most = IntStream.of(spenders).map(row -> histories.frequency()[row]).max().orElse(0);
        int[] rows = Groups.of(spenders, row -> histories.frequency()[row], most + 1).rows();
        int[] frequency = IntStream.of(rows).map(row -> histories.frequency()[row]).toArray();
        double[] mean = IntStream.of(rows).mapToDouble(row -> histories.meanSpend()[row]).toArray();
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
        double sum = rows() * q * Math.log(gamma);
        for (int x = 1; x < ofFrequency.length; x++) {
            if (ofFrequency[x] > 0) {
                double one = p * x * Math.log(x) - Beta.logBeta(p * x, q);
                sum += ofFrequency[x] * one + (p * x - 1) * logMeans[x];
            }
        }
        return sum - RowBlocks.sum(rows(), execution, (from, to) -> drawn(from, to, p, q, gamma));
    }

    /** {@code (px + q) ln(γ + mx)} of some customers. */
    private double drawn(int from, int to, double p, double q, double gamma) {
        double sum = 0;
        int i = from;
        while (i < to) {
            int x = frequency[i];
            int end = Math.min(to, i + TOGETHER);
            double product = 1;
            for (; i < end && frequency[i] == x; i++) {
                product *= gamma + mean[i] * x;
            }
            sum += (p * x + q) * Math.log(product);
        }
        return sum;
    }
}
