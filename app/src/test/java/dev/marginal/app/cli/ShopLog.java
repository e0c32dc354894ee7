package dev.marginal.app.cli;

import dev.marginal.tables.Table;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;

/** A year of purchases by customers whose truth is known. */
public final class ShopLog {
    private ShopLog() {}

    public static Table table() {
        return new PlantedShoppers(
                        5,
                        1_500,
                        LocalDate.of(2025, 1, 1),
                        365,
                        .6,
                        new ParetoNbd(.8, 40, .7, 90),
                        new GammaGamma(4, 3, 20))
                .log();
    }
}
