package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import java.util.Locale;

/**
 * A budget larger by an amount in currency.
 *
 * @param amount negative for a smaller one
 */
public record BudgetPlus(double amount) implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        double budget = StatedBudget.of(brief) + amount;
        if (budget < 0) {
            throw new ImpossibleChange(
                    String.format(
                            Locale.ROOT,
                            "The budget is %.2f; it cannot be %.2f smaller.",
                            StatedBudget.of(brief),
                            -amount));
        }
        return new BudgetSet(budget).applyTo(brief);
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT, "budget %s%,.2f", amount < 0 ? "−" : "+", Math.abs(amount));
    }
}
