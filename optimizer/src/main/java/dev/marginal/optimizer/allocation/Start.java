package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Reading;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.AnchoredSearch;
import dev.marginal.optimizer.solving.Deadline;
import java.util.Map;
import java.util.Optional;

/**
 * Where a search begins.
 *
 * @param prices by limit name, what one more unit earns; limits that are not named start without
 * @param read what everyone chose at some prices, if that is known, as the instance reads it
 */
record Start(Map<String, Double> prices, Optional<Reading> read) {
    Start {
        prices = Map.copyOf(prices);
    }

    /** The searches for the lowest prices of an instance. */
    Attempts attempts(Instance instance, Workers workers, Deadline deadline) {
        return new Attempts(
                instance,
                workers,
                deadline,
                !prices.isEmpty(),
                read.map(one -> new AnchoredSearch(one, workers, deadline)));
    }

    /** The prices in the order of an instance's rows, in micro-units. */
    double[] of(Instance instance) {
        return instance.shared().stream()
                .mapToDouble(
                        limit -> prices.getOrDefault(limit.name(), 0.0) * limit.microsPerUnit())
                .toArray();
    }
}
