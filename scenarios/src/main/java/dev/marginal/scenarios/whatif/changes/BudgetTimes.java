package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/**
 * A budget so many times as large.
 *
 * @param factor zero or more, such as 1.2 for 20 % more
 */
public record BudgetTimes(double factor) implements Change {
    public BudgetTimes {
        Requires.notNegative(factor, "times the budget");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return new BudgetSet(factor * StatedBudget.of(brief)).applyTo(brief);
    }

    @Override
    public String words() {
        double percent = 100 * (factor - 1);
        return "budget %s%s %%".formatted(percent < 0 ? "−" : "+", Plain.of(Math.abs(percent)));
    }
}
