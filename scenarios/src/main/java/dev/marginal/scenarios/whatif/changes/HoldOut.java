package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/** A share of the customers held out for a test, beside holdouts that the campaign has. */
public record HoldOut(double share) implements Change {
    public HoldOut {
        Requires.probability(share, "share held out");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.holdingOut(share);
    }

    @Override
    public String words() {
        return "%s %% held out".formatted(Plain.of(100 * share));
    }
}
