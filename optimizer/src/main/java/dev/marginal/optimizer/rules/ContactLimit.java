package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.stream.Stream;

/**
 * Keeps customers from being bothered: at most {@code perCustomer} sends of the scope to any one.
 *
 * @param scope every offer, a channel or some offers
 * @param perCustomer zero or more
 */
public record ContactLimit(Scope scope, int perCustomer) implements Rule {
    public ContactLimit {
        Requires.notNegative(perCustomer, "contacts per customer");
    }

    /**
     * One personal limit.
     *
     * @throws IllegalArgumentException if the scope names an unknown channel or offer
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        String name = scope == Scope.ANY ? "contacts" : "contacts " + scope;
        return Stream.of(Limit.personal(name, terms.offersIn(scope), perCustomer));
    }
}
