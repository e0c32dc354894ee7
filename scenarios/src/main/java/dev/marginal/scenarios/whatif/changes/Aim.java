package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/** Another objective, or another margin. */
public record Aim(Objective objective) implements Change {
    public Aim {
        Requires.require(objective != null, "objective", objective, "gmv, profit or value");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(objective);
    }

    @Override
    public String words() {
        return objective instanceof Objective.Profit profit
                ? "objective profit at a margin of " + profit.margin()
                : "objective " + objective.word();
    }
}
