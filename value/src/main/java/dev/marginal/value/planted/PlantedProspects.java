package dev.marginal.value.planted;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Shoppers of whom two columns are known: {@code engagement}, a number in [0, 1], and {@code
 * channel}, through which they came. They buy as in Pareto/NBD and spend as in Gamma-Gamma, and
 * what the columns say shifts the logarithms of how often they buy, how soon they stop and how much
 * they spend. They begin on days of their own, evenly spread over the first three quarters.
 *
 * @param days how many days the log covers
 * @param strength of that shift: 0 makes the columns noise; at 1 the most engaged buy 2.7 times as
 *     often as the middling, and stop 2.7 times later
 */
public record PlantedProspects(
        long seed, int customers, LocalDate first, int days, double strength) {
    private static final List<String> CHANNELS = List.of("ad", "friend", "search");
    private static final double ARRIVALS = .75;
    private static final double CENTS = 100;

    public PlantedProspects {
        Requires.positive(customers, "customers");
        Requires.positive(days, "days");
        Requires.notNegative(strength, "strength");
    }

    /**
     * What is known of the shoppers.
     *
     * @param log {@code customer}, {@code day}, {@code amount}
     * @param customers one row each: {@code customer}, {@code engagement}, {@code channel}
     */
    public record Known(Table log, Table customers) {}

    /** The log and the columns. */
    public Known known() {
        return new Writing(this).known();
    }

    /** One log in the making. */
    private static final class Writing {
        private final PlantedProspects truth;
        private final RandomGenerator random;
        private final GammaDistribution buying;
        private final GammaDistribution stopping;
        private final GammaDistribution spending;
        private final IdColumn.Builder buyers = new IdColumn.Builder("customer");
        private final List<Double> bought = new ArrayList<>();
        private final List<Double> spent = new ArrayList<>();

        Writing(PlantedProspects truth) {
            this.truth = truth;
            this.random = new Well19937c(truth.seed);
            this.buying = new GammaDistribution(random, .8, 1 / 40.);
            this.stopping = new GammaDistribution(random, .7, 1 / 90.);
            this.spending = new GammaDistribution(random, 4, 1 / 45.);
        }

        Known known() {
            IdColumn.Builder ids = new IdColumn.Builder("customer");
            float[] engagement = new float[truth.customers];
            int[] channel = new int[truth.customers];
            for (int i = 0; i < truth.customers; i++) {
                String id = "c%07d".formatted(i);
                ids.add(id);
                engagement[i] = (float) random.nextDouble();
                channel[i] = random.nextInt(CHANNELS.size());
                shop(id, engagement[i], channel[i]);
            }
            List<Column> columns =
                    List.of(
                            ids.build(),
                            new NumberColumn("engagement", engagement),
                            new CategoryColumn("channel", channel, CHANNELS));
            return new Known(log(), new Table("planted customers", truth.customers, columns));
        }

        private void shop(String id, float engagement, int channel) {
            double engaged = Math.exp(truth.strength * (2 * engagement - 1));
            double generous = Math.exp(truth.strength * (channel - 1));
            double rate = buying.sample() * engaged;
            double at = random.nextDouble() * truth.days * ARRIVALS;
            double end = Math.min(truth.days, at + wait(stopping.sample() / engaged));
            GammaDistribution amount =
                    new GammaDistribution(random, 4, generous / spending.sample());
            do {
                buyers.add(id);
                bought.add(truth.first.toEpochDay() + Math.floor(at));
                spent.add(Math.max(1, Math.rint(amount.sample() * CENTS)) / CENTS);
                at += wait(rate);
            } while (at < end);
        }

        private double wait(double rate) {
            return -Math.log1p(-random.nextDouble()) / rate;
        }

        private Table log() {
            return new Table(
                    "planted log",
                    bought.size(),
                    List.of(
                            buyers.build(),
                            new AmountColumn("day", numbers(bought)),
                            new AmountColumn("amount", numbers(spent))));
        }

        private static double[] numbers(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
