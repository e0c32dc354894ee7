package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import java.nio.file.Path;

/** The customers of a plan keep what they get there; only what others get is decided. */
public record Keep(Path plan) implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        return brief.keeping(plan);
    }

    @Override
    public String words() {
        return "beside the sends of " + plan.getFileName();
    }
}
