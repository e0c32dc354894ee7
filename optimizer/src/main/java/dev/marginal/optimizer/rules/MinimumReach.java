package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.stream.Stream;

/**
 * Promises some customers a number of sends in all; they go out even at a loss.
 *
 * @param scope the offers that count
 * @param where the customers that count
 * @param minSends over all of them, positive
 */
public record MinimumReach(Scope scope, Segment where, long minSends) implements Rule {
    public MinimumReach {
        Requires.positive((double) minSends, "least sends");
    }

    /**
     * One shared limit.
     *
     * @throws IllegalArgumentException if the scope or the segment is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        Known.segment(where, terms);
        return Stream.of(
                Limit.sends(
                        Label.of("minimum reach", scope, where) + ", sends",
                        terms.offersIn(scope),
                        where,
                        minSends,
                        Limit.Shared.UNLIMITED));
    }
}
