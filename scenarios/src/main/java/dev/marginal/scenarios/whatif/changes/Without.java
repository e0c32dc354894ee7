package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/**
 * An offer, or all offers of a channel, sent to nobody.
 *
 * @param what an offer's id or a channel's name
 */
public record Without(String what) implements Change {
    public Without {
        Requires.text(what, "without");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.without(Named.offers(brief, what));
    }

    @Override
    public String words() {
        return "without " + what;
    }
}
