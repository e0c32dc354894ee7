package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Limits a further amount of the sends, such as the minutes of a call centre.
 *
 * @param amount the name of a measure of the book
 * @param scope the offers that count
 * @param where the customers that count
 * @param atLeast in the amount's unit
 * @param atMost in the amount's unit, {@code atLeast} or more; at least one of the two is given
 */
public record AmountCap(
        String amount, Scope scope, Segment where, OptionalDouble atLeast, OptionalDouble atMost)
        implements Rule {
    public AmountCap {
        Requires.text(amount, "amount");
        Requires.require(
                atLeast.isPresent() || atMost.isPresent(),
                "cap of " + amount,
                "none",
                "at least, at most or both");
        double least = atLeast.orElse(Double.NEGATIVE_INFINITY);
        atMost.ifPresent(
                most ->
                        Requires.require(
                                most >= least, "most of " + amount, most, "at least " + least));
    }

    /**
     * One shared limit, in millionths of the amount's unit.
     *
     * @throws IllegalArgumentException if the scope or the segment is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        Known.segment(where, terms);
        return Stream.of(
                new Limit.Shared(
                        Label.of(amount, scope, where),
                        List.of(
                                new Limit.Part(
                                        terms.offersIn(scope), where, new Charge(amount), 1)),
                        micros(atLeast, Limit.Shared.NO_FLOOR),
                        micros(atMost, Limit.Shared.UNLIMITED)));
    }

    private static long micros(OptionalDouble amount, long otherwise) {
        return amount.isPresent() ? OfferBook.micros(amount.getAsDouble()) : otherwise;
    }
}
