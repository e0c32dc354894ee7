package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import java.nio.file.Path;

/**
 * Judges a plan that is there already instead of making one.
 *
 * @param plan its folder, or a table with the columns customer and offer
 */
public record Given(Path plan) implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        return brief.judging(plan);
    }

    @Override
    public String words() {
        return "the given sends of " + plan.getFileName();
    }
}
