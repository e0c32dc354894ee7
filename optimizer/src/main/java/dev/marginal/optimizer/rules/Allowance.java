package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.tables.Requires;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What some sends may, and have to, add up to.
 *
 * @param minSends zero or more
 * @param maxSends {@code minSends} or more
 * @param minSpend expected cost in currency, zero or more
 * @param maxSpend in currency, {@code minSpend} or more
 */
public record Allowance(
        OptionalLong minSends,
        OptionalLong maxSends,
        OptionalDouble minSpend,
        OptionalDouble maxSpend) {
    /** Asks for nothing and forbids nothing. */
    public static final Allowance NONE =
            new Allowance(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    public Allowance {
        minSends.ifPresent(least -> Requires.notNegative(least, "least sends"));
        minSpend.ifPresent(least -> Requires.notNegative(least, "least spend"));
        double leastSends = minSends.orElse(0);
        double leastSpend = minSpend.orElse(0);
        maxSends.ifPresent(most -> requireRoom("most sends", most, leastSends));
        maxSpend.ifPresent(most -> requireRoom("most spend", most, leastSpend));
    }

    /** From {@code least} to {@code most} sends. */
    public static Allowance sends(long least, long most) {
        return new Allowance(
                OptionalLong.of(least),
                OptionalLong.of(most),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** From {@code least} to {@code most} currency spent. */
    public static Allowance spend(double least, double most) {
        return new Allowance(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(least),
                OptionalDouble.of(most));
    }

    /** Whether it neither asks for anything nor forbids anything. */
    public boolean isEmpty() {
        return !limitsSends() && !limitsSpend();
    }

    /** One shared limit for the sends and one for the spend, where there is one. */
    Stream<Limit> limits(String name, OfferSet offers, Segment where) {
        Stream<Limit> sends =
                Stream.of(name + ", sends")
                        .filter(any -> limitsSends())
                        .map(
                                full ->
                                        Limit.sends(
                                                full,
                                                offers,
                                                where,
                                                minSends.orElse(0),
                                                maxSends.orElse(Limit.Shared.UNLIMITED)));
        Stream<Limit> spend =
                Stream.of(name + ", spend")
                        .filter(any -> limitsSpend())
                        .map(
                                full ->
                                        Limit.spend(
                                                full,
                                                offers,
                                                where,
                                                minSpend.orElse(0),
                                                maxSpend.orElse(Double.POSITIVE_INFINITY)));
        return Stream.concat(sends, spend);
    }

    private boolean limitsSends() {
        return minSends.orElse(0) > 0 || maxSends.isPresent();
    }

    private boolean limitsSpend() {
        return minSpend.orElse(0) > 0 || maxSpend.isPresent();
    }

    private static void requireRoom(String name, double most, double least) {
        Requires.require(Double.isFinite(most) && most >= least, name, most, "at least " + least);
    }
}
