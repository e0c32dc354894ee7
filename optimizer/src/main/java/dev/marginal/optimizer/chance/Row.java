package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import java.util.stream.Stream;

/**
 * A linear limit in the place of the promise: {@code D·cost + W·variance ≤ most} over every send.
 *
 * @param name the limit's
 */
record Row(String name, Weights weights, long most) implements Rule {
    @Override
    public Stream<Limit> limits(Terms terms) {
        OfferSet every = terms.offersIn(Scope.ANY);
        Stream<Limit.Part> parts =
                Stream.of(
                        part(every, Charge.COST, weights.cost()),
                        part(every, new Charge(Budget.VARIANCE), weights.variance()));
        return Stream.of(
                new Limit.Shared(
                        name,
                        parts.filter(part -> part.weight() > 0).toList(),
                        Limit.Shared.NO_FLOOR,
                        most));
    }

    private static Limit.Part part(OfferSet offers, Charge charge, long weight) {
        return new Limit.Part(offers, Segment.EVERYONE, charge, weight);
    }
}
