package dev.marginal.spark.planning;

import dev.marginal.scenarios.StaleInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The plans of a store as they stood when a plan was begun, so that it spends nothing that another
 * has spent meanwhile.
 *
 * @param since first day of the plans that count; empty where none does
 */
record PlansSeen(Store store, Optional<LocalDate> since, List<StoredPlan> plans) {
    static PlansSeen now(Store store, Optional<LocalDate> since) {
        return new PlansSeen(store, since, since.map(store::plans).orElse(List.of()));
    }

    /**
     * Checks that they still are all.
     *
     * @throws StaleInput if another was published meanwhile
     */
    void requireAll() {
        List<StoredPlan> others =
                now(store, since).plans().stream().filter(plan -> !plans.contains(plan)).toList();
        if (!others.isEmpty()) {
            throw new StaleInput(
                    """
                    While this plan was made, %s was published in %s, and may have used the same budget and contacts. Nothing was published.
                    Run again."""
                            .formatted(others.get(0).folder(), store.address()),
                    true);
        }
    }
}
