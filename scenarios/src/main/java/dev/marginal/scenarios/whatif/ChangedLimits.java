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
    /**
     * The limits that are left.
     *
     * @throws ImpossibleChange if a change names no limit of the rules
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        List<Limit> all = rules.limits(terms).toList();
        List<String> names = all.stream().map(Limit::name).distinct().toList();
        for (Brief.LimitChange change : changes) {
            if (!names.contains(change.name())) {
                throw new ImpossibleChange(
                        "No limit is called '%s'; there are %s. %s"
                                .formatted(
                                        change.name(),
                                        String.join("; ", names),
                                        Suggestion.didYouMean(change.name(), names))
                                .strip());
            }
        }
        return all.stream().flatMap(limit -> changed(limit).stream());
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
