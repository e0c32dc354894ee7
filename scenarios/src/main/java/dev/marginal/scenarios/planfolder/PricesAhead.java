package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from {@code plan.json} the prices at which a plan was made that had later days in view. */
public final class PricesAhead {
    private PricesAhead() {}

    /**
     * By limit; empty for a plan that looked at its own day alone.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static SortedMap<String, Double> of(Path folder) {
        try {
            JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
            SortedMap<String, Double> prices = new TreeMap<>();
            plan.path("look_ahead")
                    .path("prices")
                    .properties()
                    .forEach(price -> prices.put(price.getKey(), price.getValue().asDouble()));
            return prices;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
