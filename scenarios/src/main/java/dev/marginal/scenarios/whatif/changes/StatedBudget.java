package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.ImpossibleChange;

/** The budget that relative changes start from. */
final class StatedBudget {
    private StatedBudget() {}

    static double of(Brief brief) {
        return brief.file()
                .budget()
                .atMost()
                .orElseThrow(
                        () ->
                                new ImpossibleChange(
                                        "The campaign's budget is unlimited; give an amount, not a change of one."));
    }
}
