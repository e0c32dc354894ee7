package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.stream.Stream;

/**
 * Heeds what was sent before: at most so many sends of the scope to a customer as a cap leaves
 * them.
 *
 * @param cap the cap's name
 * @param scope the offers that obey it
 * @param column says for each customer how many sends the cap leaves: whole numbers, or {@value
 *     #PLENTY} where it stands against nothing
 */
public record SlotsLeft(String cap, Scope scope, String column) implements Rule {
    /** The value of customers to whom the cap leaves more than there is to send. */
    public static final String PLENTY = "plenty";

    private static final String WHOLE_NUMBER = "\\d{1,9}";

    public SlotsLeft {
        Requires.text(cap, "cap");
        Requires.text(column, "segment column");
    }

    /**
     * One personal limit for each value of the column.
     *
     * @throws IllegalArgumentException if the scope names an unknown channel or offer, the column
     *     is unknown, or a value of it is neither a whole number nor {@value #PLENTY}
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        OfferSet offers = terms.offersIn(scope);
        return Known.column(column, terms).names().stream()
                .filter(left -> !left.equals(PLENTY))
                .map(left -> limit(offers, left));
    }

    private Limit limit(OfferSet offers, String left) {
        Requires.require(left.matches(WHOLE_NUMBER), column, left, "a whole number, or " + PLENTY);
        return Limit.personal(
                "%s, %s left".formatted(cap, left),
                offers,
                Segment.of(column, left),
                Integer.parseInt(left));
    }
}
