package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * Asks the sends to be worth a multiple of what they cost: {@code Σ value ≥ at least · Σ cost}.
 *
 * <p>Value is what the plan adds up: where it is incremental GMV, 1.5 means one and a half units of
 * GMV for each unit spent; where it is profit, from which costs are already taken, 0 means that the
 * sends pay for themselves. As one linear row in whole numbers, p / q being the reduced ratio:
 * {@code p Σ cost − q Σ value ≤ 0}.
 *
 * @param atLeast zero to 10,000, with up to four decimals
 * @param scope the offers that count
 * @param where the customers that count
 */
public record MinimumRoi(BigDecimal atLeast, Scope scope, Segment where) implements Rule {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    public MinimumRoi {
        Requires.require(
                atLeast.signum() >= 0 && atLeast.compareTo(MOST) <= 0,
                "minimum ROI",
                atLeast,
                "0 to 10,000");
        Fraction.of(atLeast, "minimum ROI");
    }

    /**
     * One shared limit with a ceiling of zero.
     *
     * @throws IllegalArgumentException if the scope or the segment is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        Known.segment(where, terms);
        Fraction ratio = Fraction.of(atLeast, "minimum ROI");
        OfferSet offers = terms.offersIn(scope);
        Stream<Limit.Part> cost =
                Stream.of(new Limit.Part(offers, where, Charge.COST, ratio.over()))
                        .filter(part -> part.weight() > 0);
        Stream<Limit.Part> value =
                Stream.of(new Limit.Part(offers, where, Charge.VALUE, -ratio.under()));
        String name = "minimum ROI " + atLeast.stripTrailingZeros().toPlainString();
        return Stream.of(
                new Limit.Shared(
                        Label.of(name, scope, where),
                        Stream.concat(cost, value).toList(),
                        Limit.Shared.NO_FLOOR,
                        0));
    }
}
