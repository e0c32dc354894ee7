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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps each value's part of the whole plan within shares: {@code at least ≤ Σ of the value's
 * customers / Σ of all customers ≤ at most}, as rows in whole numbers.
 *
 * <p>With p / q the reduced share: {@code q Σ value's − p Σ all ≤ 0}, or {@code ≥ 0}. A plan
 * without sends keeps every share.
 *
 * @param column the customers' column; every value of it has these shares
 * @param of {@link Charge#SENDS} or {@link Charge#COST}
 * @param atLeast in [0, 1], with up to four decimals
 * @param atMost alike; at least one of the two is given
 */
public record SegmentShare(
        String column, Charge of, Optional<BigDecimal> atLeast, Optional<BigDecimal> atMost)
        implements Rule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SegmentShare {
        Requires.text(column, "segment column");
        Requires.require(
                of.equals(Charge.SENDS) || of.equals(Charge.COST), "share of", of, "sends or cost");
        Requires.require(
                atLeast.isPresent() || atMost.isPresent(),
                "share by " + column,
                "none",
                "at least, at most or both");
        atLeast.ifPresent(SegmentShare::requireShare);
        atMost.ifPresent(SegmentShare::requireShare);
        BigDecimal least = atLeast.orElse(BigDecimal.ZERO);
        atMost.ifPresent(
                most ->
                        Requires.require(
                                most.compareTo(least) >= 0,
                                "largest share by " + column,
                                most,
                                "at least " + least));
    }

    /**
     * For each value of the column, one shared limit for each share.
     *
     * @throws IllegalArgumentException if the column is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        OfferSet everything = terms.offersIn(Scope.ANY);
        return Known.column(column, terms).names().stream()
                .flatMap(
                        value ->
                                Stream.concat(
                                        atMost.stream()
                                                .map(share -> most(value, share, everything)),
                                        atLeast.stream()
                                                .map(share -> least(value, share, everything))));
    }

    private Limit most(String value, BigDecimal share, OfferSet offers) {
        return new Limit.Shared(
                name(value, "at most", share),
                parts(value, share, offers),
                Limit.Shared.NO_FLOOR,
                0);
    }

    private Limit least(String value, BigDecimal share, OfferSet offers) {
        return new Limit.Shared(
                name(value, "at least", share),
                parts(value, share, offers),
                0,
                Limit.Shared.UNLIMITED);
    }

    private List<Limit.Part> parts(String value, BigDecimal share, OfferSet offers) {
        Fraction ratio = Fraction.of(share, "share");
        Stream<Limit.Part> own =
                Stream.of(new Limit.Part(offers, Segment.of(column, value), of, ratio.under()));
        Stream<Limit.Part> all =
                Stream.of(new Limit.Part(offers, Segment.EVERYONE, of, -ratio.over()))
                        .filter(part -> part.weight() < 0);
        return Stream.concat(own, all).toList();
    }

    private String name(String value, String bound, BigDecimal share) {
        String percent = share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
        return "%s %s, %s %s %% of %s"
                .formatted(
                        column, value, bound, percent, of.equals(Charge.COST) ? "spend" : "sends");
    }

    private static void requireShare(BigDecimal share) {
        Requires.probability(share.doubleValue(), "share");
        Fraction.of(share, "share");
    }
}
