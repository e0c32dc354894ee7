package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * A limit that does not hold any more.
 *
 * @param name as plans call it, such as {@code channel push, sends}
 */
public record LimitDropped(String name) implements Change {
    public LimitDropped {
        Requires.text(name, "limit");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.LimitChange(name, limit -> Optional.empty()));
    }

    @Override
    public String words() {
        return "no limit " + name;
    }
}
