package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The customers of a plan keep what they get there; only what others get is decided. */
public record Keep(Path plan) implements Change {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleChange if the budget has a confidence: it speaks of the spend's variance,
     *     from which sends cannot be taken off beforehand
     */
    @Override
    public Brief applyTo(Brief brief) {
        OptionalDouble confidence = brief.file().budget().confidence();
        if (confidence.isPresent()) {
            throw new ImpossibleChange(
                    "Nothing can be planned beside %s: the budget holds with probability %s for all sends together, and sends that stand cannot be taken off it. Maybe ask with budget: unlimited, or leave budget_confidence out of the campaign file."
                            .formatted(plan.getFileName(), Plain.of(confidence.getAsDouble())));
        }
        return brief.keeping(plan);
    }

    @Override
    public String words() {
        return "beside the sends of " + plan.getFileName();
    }
}
