package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules with some of their limits changed, by the limits' names. */
record ChangedLimits(Rules rules, List<Brief.LimitChange> changes) implements Rule {
    /** With one more change; changes of the same rules are made, and refused, together. */
    static ChangedLimits of(Rules rules, Brief.LimitChange change) {
        return rules.all().size() == 1 && rules.all().get(0) instanceof ChangedLimits before
                ? before.and(change)
                : new ChangedLimits(rules, List.of(change));
    }

    private ChangedLimits and(Brief.LimitChange change) {
        return new ChangedLimits(
                rules, Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    /**
     * The limits that are left.
     *
     * @throws ImpossibleChange with every name that no limit of the rules has
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        List<Limit> all = rules.limits(terms).toList();
        List<String> names = all.stream().map(Limit::name).distinct().toList();
        List<String> strangers =
                changes.stream()
                        .map(Brief.LimitChange::name)
                        .distinct()
                        .filter(name -> !names.contains(name))
                        .map(name -> stranger(name, names))
                        .toList();
        if (!strangers.isEmpty()) {
            throw new ImpossibleChange(String.join("\n", strangers));
        }
        return all.stream().flatMap(limit -> changed(limit).stream());
    }

    private static String stranger(String name, List<String> names) {
        if (name.equals("budget")) {
            return "The budget is changed by budget, not as a limit; unlimited lifts it.";
        }
        return "No limit is called '%s'; there %s. %s"
                .formatted(
                        name,
                        names.isEmpty() ? "is none" : "are " + String.join("; ", names),
                        Suggestion.didYouMean(name, names))
                .strip();
    }

    private Optional<Limit> changed(Limit limit) {
        Optional<Limit> now = Optional.of(limit);
        for (Brief.LimitChange change : changes) {
            if (change.name().equals(limit.name())) {
                now = change.change().apply(now);
            }
        }
        return now;
    }
}
