package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/**
 * Takes uplift to be lower than the model says, by what the experiment is unsure of: {@code uplift
 * − errors × standard error}. What is surely good is kept; what may be luck is given up first.
 *
 * @param errors zero or more
 */
public record Haircut(double errors) implements Change {
    public Haircut {
        Requires.notNegative(errors, "standard errors of the haircut");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.doubting(errors);
    }

    @Override
    public String words() {
        return "uplift less %s standard errors".formatted(Plain.of(errors));
    }
}
