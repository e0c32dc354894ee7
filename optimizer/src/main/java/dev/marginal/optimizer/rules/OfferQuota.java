package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Promises an offer some sends, caps them, or both; what is promised is sent even at a loss.
 *
 * @param offer the offer's id
 * @param minSends over all customers, zero or more
 * @param maxSends over all customers, {@code minSends} or more
 */
public record OfferQuota(String offer, long minSends, OptionalLong maxSends) implements Rule {
    public OfferQuota {
        Requires.text(offer, "offer");
        Requires.notNegative(minSends, "least sends of offer " + offer);
        long least = minSends;
        maxSends.ifPresent(
                most ->
                        Requires.require(
                                most >= least,
                                "most sends of offer " + offer,
                                most,
                                "at least " + least));
    }

    /** At least this many sends. */
    public static OfferQuota atLeast(String offer, long sends) {
        return new OfferQuota(offer, sends, OptionalLong.empty());
    }

    /** At most this many sends. */
    public static OfferQuota atMost(String offer, long sends) {
        return new OfferQuota(offer, 0, OptionalLong.of(sends));
    }

    /**
     * One shared limit with a floor and a ceiling.
     *
     * @throws IllegalArgumentException if the offer is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.offer(offer, terms);
        return Stream.of(
                Limit.sends(
                        "offer " + offer + ", sends",
                        terms.offersIn(new Scope.Of(List.of(offer))),
                        minSends,
                        maxSends.orElse(Limit.Shared.UNLIMITED)));
    }
}
