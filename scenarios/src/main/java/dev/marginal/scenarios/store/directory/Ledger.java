package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Every attempt at one key. At most one of them is open, and at most one published.
 *
 * @param version counts the changes
 * @param attempts by number, from 1
 */
record Ledger(PlanKey key, long version, List<Attempt> attempts) {
    Ledger {
        attempts = List.copyOf(attempts);
    }

    Optional<Attempt> open() {
        return one(attempt -> attempt.state().isOpen());
    }

    Optional<Attempt> published() {
        return one(attempt -> attempt.state() == PlanState.PUBLISHED);
    }

    /** Whether nothing was ever published. */
    boolean isFirst() {
        return attempts.stream().allMatch(attempt -> attempt.folder().isEmpty());
    }

    Attempt attempt(long number) {
        return attempts.get((int) number - 1);
    }

    /** With a new attempt; one that was open has failed. */
    Ledger reserve(PlanKind kind, Holder holder, Instant now, Lease lease) {
        List<Attempt> all = new ArrayList<>();
        attempts.forEach(
                attempt ->
                        all.add(attempt.state().isOpen() ? attempt.in(PlanState.FAILED) : attempt));
        PlanRecord plan =
                new PlanRecord(key, all.size() + 1, kind, PlanState.RESERVED, new TreeMap<>());
        all.add(new Attempt(plan, "", holder, now, lease.length()));
        return new Ledger(key, version + 1, all);
    }

    /** With the open attempt published, and what was published before superseded. */
    Ledger publish(Attempt open) {
        String folder = isFirst() ? key.name() : key.name() + "." + open.number();
        Ledger vacated =
                published().map(before -> with(before.in(PlanState.SUPERSEDED))).orElse(this);
        return new Ledger(key, version, vacated.attempts).with(open.publishedAs(folder));
    }

    /** With this attempt in the place of its number. */
    Ledger with(Attempt changed) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.set((int) changed.number() - 1, changed);
        return new Ledger(key, version + 1, all);
    }

    private Optional<Attempt> one(Predicate<Attempt> wanted) {
        return attempts.stream().filter(wanted).findFirst();
    }
}
