package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.planfolder.reading.PlanJson;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from {@code plan.json} the prices at which a plan was made that had later days in view. */
public final class PricesAhead {
    private PricesAhead() {}

    /**
     * By limit; empty for a plan that looked at its own day alone.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     */
    public static SortedMap<String, Double> of(Path folder) {
        SortedMap<String, Double> prices = new TreeMap<>();
        PlanJson.of(folder)
                .path("look_ahead")
                .path("prices")
                .properties()
                .forEach(price -> prices.put(price.getKey(), price.getValue().asDouble()));
        return prices;
    }
}
