package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * A contact cap that does not hold any more.
 *
 * @param name as contacts.yml or the campaign file calls it
 */
public record CapDropped(String name) implements Change {
    public CapDropped {
        Requires.text(name, "cap");
    }

    @Override
    public Brief applyTo(Brief brief) {
        Caps.named(brief, name);
        return brief.with(
                brief.file()
                        .daily()
                        .withCaps(cap -> Optional.of(cap).filter(one -> !one.id().equals(name))));
    }

    @Override
    public String words() {
        return "no cap " + name;
    }
}
