package dev.marginal.benchmarks.value;

import dev.marginal.tables.Table;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;

/**
 * Customers who begin within the first 292 days, then buy and spend as the models suppose: 3.7
 * purchases each until the end of a year, on average.
 *
 * @param customers how many
 * @param days of the log, at least a year
 */
public record PlantedLog(long seed, int customers, int days) {
    /** The first day. */
    public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** The days of a year. */
    public static final int YEAR = 365;

    /** The truth of when, in days. */
    public static final ParetoNbd PURCHASES = new ParetoNbd(.8, 40, .7, 90);

    /** The truth of how much. */
    public static final GammaGamma AMOUNTS = new GammaGamma(4, 3, 20);

    private static final double BEGINNING = 292;

    /** The rows. */
    public Table rows() {
        return new PlantedShoppers(
                        seed, customers, FIRST, days, BEGINNING / days, PURCHASES, AMOUNTS)
                .log();
    }
}
