package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;

/** No budget at all. */
public record BudgetLifted() implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(Budget.unlimited());
    }

    @Override
    public String words() {
        return "no budget";
    }
}
