package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps offers apart: no customer gets more than one of them.
 *
 * @param offers two or more different ids
 */
public record Exclusion(List<String> offers) implements Rule {
    public Exclusion {
        offers = List.copyOf(offers);
        Requires.require(
                offers.size() > 1 && Set.copyOf(offers).size() == offers.size(),
                "offers that exclude each other",
                offers,
                "two or more different offers");
    }

    /** No customer gets more than one of these. */
    public static Exclusion of(String... offers) {
        return new Exclusion(List.of(offers));
    }

    /**
     * One personal limit.
     *
     * @throws IllegalArgumentException if an offer is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Scope scope = new Scope.Of(offers);
        Known.scope(scope, terms);
        return Stream.of(
                Limit.personal("one of " + String.join(", ", offers), terms.offersIn(scope), 1));
    }
}
