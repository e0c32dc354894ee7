package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;
import java.util.Locale;
import java.util.OptionalDouble;

/** A budget of another amount, in currency; its confidence stays. */
public record BudgetSet(double amount) implements Change {
    public BudgetSet {
        Requires.notNegative(amount, "budget");
    }

    @Override
    public Brief applyTo(Brief brief) {
        Budget old = brief.file().budget();
        return brief.with(new Budget(OptionalDouble.of(amount), old.confidence()));
    }

    @Override
    public String words() {
        return String.format(Locale.ROOT, "budget %,.2f", amount);
    }
}
