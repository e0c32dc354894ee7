package dev.marginal.value.planted;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A log of purchases by customers who follow the Pareto/NBD and Gamma-Gamma models to the letter.
 * Each begins on a day of their own, evenly spread over the first share of the days.
 *
 * @param customers how many
 * @param first the first day
 * @param days how many days the log covers
 * @param arrivals the share of the days in which customers begin, in (0, 1]
 * @param purchases the truth of when, times in days
 * @param amounts the truth of how much
 */
public record PlantedShoppers(
        long seed,
        int customers,
        LocalDate first,
        int days,
        double arrivals,
        ParetoNbd purchases,
        GammaGamma amounts) {
    private static final int FIRST_ROOM = 1 << 16;
    private static final double CENTS = 100;

    public PlantedShoppers {
        Requires.positive(customers, "customers");
        Requires.positive(days, "days");
        Requires.require(arrivals > 0 && arrivals <= 1, "arrivals", arrivals, "in (0, 1]");
    }

    /** The rows of a log, customer by customer: {@code customer}, {@code day}, {@code amount}. */
    public Table log() {
        return new Writing(this).table();
    }

    /** One log in the making. */
    private static final class Writing {
        private final PlantedShoppers truth;
        private final RandomGenerator random;
        private final GammaDistribution buying;
        private final GammaDistribution stopping;
        private final GammaDistribution spending;
        private final IdColumn.Builder ids = new IdColumn.Builder("customer");
        private double[] days = new double[FIRST_ROOM];
        private double[] amounts = new double[FIRST_ROOM];
        private int rows;

        Writing(PlantedShoppers truth) {
            this.truth = truth;
            this.random = new Well19937c(truth.seed);
            ParetoNbd model = truth.purchases;
            this.buying = gamma(model.r(), model.alpha());
            this.stopping = gamma(model.s(), model.beta());
            this.spending = gamma(truth.amounts.q(), truth.amounts.gamma());
        }

        Table table() {
            for (int customer = 0; customer < truth.customers; customer++) {
                write("c%07d".formatted(customer));
            }
            return new Table(
                    "planted shoppers",
                    rows,
                    List.of(
                            ids.build(),
                            new AmountColumn("day", Arrays.copyOf(days, rows)),
                            new AmountColumn("amount", Arrays.copyOf(amounts, rows))));
        }

        private void write(String customer) {
            double at = random.nextDouble() * truth.days * truth.arrivals;
            double end = Math.min(truth.days, at + wait(stopping.sample()));
            double rate = buying.sample();
            double shape = truth.amounts.p();
            GammaDistribution amount = new GammaDistribution(random, shape, 1 / spending.sample());
            do {
                add(customer, at, amount.sample());
                at += wait(rate);
            } while (at < end);
        }

        private void add(String customer, double at, double amount) {
            if (rows == days.length) {
                days = Arrays.copyOf(days, rows + rows / 2);
                amounts = Arrays.copyOf(amounts, days.length);
            }
            ids.add(customer);
            days[rows] = truth.first.toEpochDay() + Math.floor(at);
            amounts[rows++] = Math.max(1, Math.rint(amount * CENTS)) / CENTS;
        }

        private double wait(double rate) {
            return -Math.log1p(-random.nextDouble()) / rate;
        }

        private GammaDistribution gamma(double shape, double rate) {
            return new GammaDistribution(random, shape, 1 / rate);
        }
    }
}
