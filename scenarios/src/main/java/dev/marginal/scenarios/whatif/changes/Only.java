package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/** Sends to some customers only. */
public record Only(Segment segment, String sentence) implements Change {
    public Only {
        Requires.text(sentence, "segment");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.Group(segment, true));
    }

    @Override
    public String words() {
        return "only where " + sentence;
    }
}
