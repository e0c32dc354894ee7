package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * One attempt, as a ledger remembers it.
 *
 * @param folder the name of its plan's folder; empty while nothing is published
 * @param since when the key was taken in hand
 * @param lease how long its holder promised to be silent at most
 */
record Attempt(PlanRecord plan, String folder, Holder holder, Instant since, Duration lease) {
    long number() {
        return plan.number();
    }

    PlanState state() {
        return plan.state();
    }

    Attempt in(PlanState state) {
        return in(state, plan.inputs());
    }

    Attempt in(PlanState state, SortedMap<String, String> inputs) {
        PlanRecord changed = new PlanRecord(plan.key(), plan.number(), plan.kind(), state, inputs);
        return new Attempt(changed, folder, holder, since, lease);
    }

    Attempt publishedAs(String name) {
        return new Attempt(in(PlanState.PUBLISHED).plan, name, holder, since, lease);
    }
}
