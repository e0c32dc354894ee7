package dev.marginal.scenarios.whatif.changes;

import dev.marginal.optimizer.Rule;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;

/**
 * One more rule.
 *
 * @param sentence the rule as its author wrote it
 */
public record RuleAdded(Rule rule, String sentence) implements Change {
    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(rule);
    }

    @Override
    public String words() {
        return "with " + sentence;
    }
}
