package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;

/** No sends to some customers. */
public record Excluding(Segment segment, String sentence) implements Change {
    public Excluding {
        Requires.text(sentence, "segment");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.Group(segment, false));
    }

    @Override
    public String words() {
        return "nothing where " + sentence;
    }
}
