package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.kernel.Anchor;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.AnchoredSearch;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.solving.Deadline;
import java.util.Map;
import java.util.Optional;

/**
 * Where a search begins.
 *
 * @param prices by limit name, what one more unit earns; limits that are not named start without
 * @param anchor what everyone chooses at some prices, if that is known
 */
record Start(Map<String, Double> prices, Optional<Anchor> anchor) {
    Start {
        prices = Map.copyOf(prices);
    }

    /** The lowest prices of an instance. */
    PriceSearch.Near near(Instance instance, Workers workers, Deadline deadline) {
        double[] first = of(instance);
        Optional<AnchoredSearch> anchored = anchored(instance, workers, deadline);
        if (anchored.isPresent()) {
            return anchored.get().lowest(first);
        }
        PriceSearch search = new PriceSearch(instance, workers, deadline);
        return prices.isEmpty() ? search.lowest() : search.lowestNear(first);
    }

    /** The same anew, from prices that turned out not to be the lowest. */
    PriceSearch.Near again(double[] prices, Instance instance, Workers workers, Deadline deadline) {
        return anchored(instance, workers, deadline)
                .map(search -> search.lowestWithRoom(prices))
                .orElseGet(() -> new PriceSearch(instance, workers, deadline).lowestByCuts(prices));
    }

    private Optional<AnchoredSearch> anchored(
            Instance instance, Workers workers, Deadline deadline) {
        return anchor.filter(one -> instance.rows() > 0 && one.serves(instance))
                .map(one -> new AnchoredSearch(one, instance, workers, deadline));
    }

    /** The same in the order of an instance's rows, in micro-units. */
    double[] of(Instance instance) {
        return instance.shared().stream()
                .mapToDouble(
                        limit -> prices.getOrDefault(limit.name(), 0.0) * limit.microsPerUnit())
                .toArray();
    }
}
