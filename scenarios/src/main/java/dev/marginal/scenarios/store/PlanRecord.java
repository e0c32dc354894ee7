package dev.marginal.scenarios.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One attempt at a plan, as the store remembers it.
 *
 * @param number counts the attempts at this key, from 1; also the fencing token of its claim
 * @param inputs what it was made from, by name: hashes and settings; equal inputs give equal plans
 */
public record PlanRecord(
        PlanKey key,
        long number,
        PlanKind kind,
        PlanState state,
        SortedMap<String, String> inputs) {
    public PlanRecord {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }
}
