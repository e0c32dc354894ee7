package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.stream.Stream;

/**
 * Limits what a group of offers sends and spends together, such as what a merchant pays for; what
 * is promised is sent even at a loss.
 *
 * @param offers one or more ids
 * @param where the customers that count
 * @param allowance not empty
 */
public record OfferCap(List<String> offers, Segment where, Allowance allowance) implements Rule {
    public OfferCap {
        offers = List.copyOf(offers);
        Requires.require(!offers.isEmpty(), "offers of a cap", offers, "one or more");
        Requires.require(!allowance.isEmpty(), "cap of " + offers, "none", "a limit");
    }

    /**
     * One shared limit for the sends, one for the spend.
     *
     * @throws IllegalArgumentException if an offer or the segment is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Scope scope = new Scope.Of(offers);
        Known.scope(scope, terms);
        Known.segment(where, terms);
        String name = (offers.size() == 1 ? "offer " : "offers ") + scope;
        return allowance.limits(Label.where(name, where), terms.offersIn(scope), where);
    }
}
