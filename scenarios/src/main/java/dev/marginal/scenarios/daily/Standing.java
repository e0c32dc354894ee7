package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** What stands in the store already where a plan should go. */
final class Standing {
    private Standing() {}

    /**
     * The published plan, where it was made from the same inputs.
     *
     * @return empty where a plan has to be made
     * @throws PlanInTheWay where it was made from others and is not to be superseded
     */
    static Optional<PlanRecord> find(
            PlanStore store, PlanKey key, SortedMap<String, String> inputs, DaySettings settings) {
        Optional<PlanRecord> published = store.published(key);
        if (published.isEmpty() || published.get().inputs().equals(inputs)) {
            return published;
        }
        if (!settings.supersede()) {
            throw new PlanInTheWay(
                    """
                    %s has a published plan, made from other inputs; nothing was written.
                      %s
                    Give --supersede to put a new plan in its place."""
                            .formatted(
                                    key,
                                    String.join(
                                            "\n  ",
                                            differences(published.get().inputs(), inputs))));
        }
        return Optional.empty();
    }

    /** Which inputs differ, a line each: name, old, new. */
    static List<String> differences(
            SortedMap<String, String> before, SortedMap<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String old = before.getOrDefault(name, "nothing");
            String other = now.getOrDefault(name, "nothing");
            if (!Objects.equals(old, other)) {
                lines.add("%s: %s, now %s".formatted(name, brief(old), brief(other)));
            }
        }
        return lines;
    }

    /** A hash by its first letters. */
    private static String brief(String value) {
        return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
    }
}
