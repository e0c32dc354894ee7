package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Limits what the customers of each value of a column get and cost together: regions, merchants,
 * creators.
 *
 * @param column the customers' column
 * @param scope the offers that count
 * @param named allowances of some values of the column
 * @param others allowance of each value that is not named; empty for no limit
 */
public record SegmentBudget(
        String column, Scope scope, Map<String, Allowance> named, Allowance others)
        implements Rule {
    public SegmentBudget {
        Requires.text(column, "segment column");
        named = Map.copyOf(named);
        Requires.require(
                !named.isEmpty() || !others.isEmpty(), "budgets by " + column, "none", "some");
    }

    /**
     * For each value, one shared limit for the sends and one for the spend, in the order of the
     * values.
     *
     * @throws IllegalArgumentException if the scope, the column or a named value is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        new TreeMap<>(named).keySet().forEach(value -> Known.value(column, value, terms));
        OfferSet offers = terms.offersIn(scope);
        return Known.column(column, terms).names().stream()
                .flatMap(
                        value ->
                                named.getOrDefault(value, others)
                                        .limits(
                                                Label.of(
                                                        column + " " + value,
                                                        scope,
                                                        Segment.EVERYONE),
                                                offers,
                                                Segment.of(column, value)));
    }
}
