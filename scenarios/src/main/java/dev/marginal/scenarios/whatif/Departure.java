package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan may differ from another in so many sends: those that it has and the other has not, and
 * those that the other has and it has not.
 *
 * <pre>
 * |plan \ other| + |other \ plan| = |other| + Σ over sends (1 where the other has it not, else −1)
 * </pre>
 *
 * @param sends of the other plan
 * @param most sends that differ
 */
record Departure(long sends, long most) implements Rule {
    /** The amount of one send. */
    static final String MEASURE = "changes to the plan";

    @Override
    public Stream<Limit> limits(Terms terms) {
        return Stream.of(
                new Limit.Shared(
                        "%s, less its %,d sends".formatted(MEASURE, sends),
                        List.of(
                                new Limit.Part(
                                        terms.offersIn(Scope.ANY),
                                        Segment.EVERYONE,
                                        new Charge(MEASURE),
                                        1)),
                        Limit.Shared.NO_FLOOR,
                        OfferBook.MICROS * (most - sends)));
    }
}
