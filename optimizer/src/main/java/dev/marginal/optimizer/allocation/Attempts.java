package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.AnchoredSearch;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;
import java.util.Optional;

/**
 * One search for the lowest prices after the other: each looks farther around the prices of the one
 * before, where these turned out not to be the lowest, and takes longer.
 *
 * @param known whether the first prices are those of a plan
 * @param anchored a search that knows what everyone chooses at some prices
 */
record Attempts(
        Instance instance,
        Workers workers,
        Deadline deadline,
        boolean known,
        Optional<AnchoredSearch> anchored) {
    /** How many there are. */
    int count() {
        return anchored.isPresent() ? 4 : 3;
    }

    /** The outcome of one of them, made in order from number 0 on. */
    Near near(int number, double[] prices) {
        boolean byCuts = number == count() - 1 || number > 0 && anchored.isEmpty();
        if (byCuts) {
            return search().lowestByCuts(prices);
        }
        return anchored.map(search -> near(search, number, prices))
                .orElseGet(() -> known ? search().lowestNear(prices) : search().lowest());
    }

    private static Near near(AnchoredSearch search, int number, double[] prices) {
        return switch (number) {
            case 0 -> search.lowest(prices);
            case 1 -> search.withRoom(prices);
            default -> search.wider(prices);
        };
    }

    private PriceSearch search() {
        return new PriceSearch(instance, workers, deadline);
    }
}
