package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.tables.Requires;
import java.nio.file.Path;

/**
 * A plan that departs little from another.
 *
 * @param plan the other's folder
 * @param most how many sends may come and go, as a share of the other plan's
 */
public record StayNear(Path plan, double most) implements Change {
    public StayNear {
        Requires.notNegative(most, "share of sends that change");
    }

    @Override
    public Brief applyTo(Brief brief) {
        return brief.with(new Brief.Churn(plan, most));
    }

    @Override
    public String words() {
        return "at most %s %% of %s changed".formatted(Plain.of(100 * most), plan.getFileName());
    }
}
