package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * One side of a limit as something that can be turned in whole steps: a send, a hundredth of a unit
 * of currency, a step of a {@link Ratio}, one more offer to a customer.
 *
 * @param side as the user gave it
 * @param stated where it stands
 * @param direction 1 where more makes room, −1 where less does
 * @param loosest beyond it nothing changes any more
 * @param at the side as it is at a step
 */
record Dial(Limit side, long stated, int direction, long loosest, LongFunction<Limit> at) {
    private static final long CENT = OfferBook.MICROS / 100;

    static Dial of(Limit side, OfferBook book) {
        if (side instanceof Limit.Personal personal) {
            return new Dial(
                    side,
                    personal.most(),
                    1,
                    Math.max(personal.offers().size(), personal.most()),
                    most ->
                            Limit.personal(
                                    side.name(), side.offers(), personal.where(), (int) most));
        }
        Limit.Shared shared = (Limit.Shared) side;
        Optional<Ratio> ratio = Ratio.of(shared);
        return ratio.isPresent() ? ofRatio(shared, ratio.get()) : ofAmount(shared, book);
    }

    private static Dial ofRatio(Limit.Shared side, Ratio ratio) {
        return new Dial(
                side,
                ratio.stepsStated(),
                ratio.kind().direction,
                ratio.stepsLoosest(),
                steps -> ratio.with(side, steps));
    }

    private static Dial ofAmount(Limit.Shared side, OfferBook book) {
        long unit = unit(side);
        int direction = side.hasFloor() ? -1 : 1;
        long amount = Side.amount(side);
        long stated = direction * Math.floorDiv(direction * amount, unit);
        long all = (long) Math.ceil(new Sizes(book).together(side) / unit) + 1;
        return new Dial(
                side,
                stated,
                direction,
                direction * Math.max(all, direction * stated + 1),
                steps -> Side.with(side, steps * unit));
    }

    /** What a step of an amount is in the limit's units. */
    static long unit(Limit.Shared side) {
        return weight(side) * (side.countsSends() ? 1 : CENT);
    }

    /** What the limit's units make of one send, or one unit of currency, of its own. */
    static long weight(Limit.Shared side) {
        return side.parts().stream()
                .filter(part -> part.charge().equals(Charge.COST))
                .findFirst()
                .map(part -> Math.max(1, Math.abs(part.weight())))
                .orElse(Math.max(1, Math.abs(side.parts().get(0).weight())));
    }

    /** The step of an amount in the limit's units, rounded to where it makes room. */
    long stepFor(double amount) {
        double steps = amount / unit((Limit.Shared) side);
        return (long) (direction > 0 ? Math.ceil(steps) : Math.floor(steps));
    }

    /** The same, of an exact amount. */
    long stepFor(long amount) {
        long unit = unit((Limit.Shared) side);
        return direction > 0 ? -Math.floorDiv(-amount, unit) : Math.floorDiv(amount, unit);
    }

    /** The looser of two steps. */
    long looser(long one, long other) {
        return direction > 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /** A step that is so many steps looser, at most the loosest. */
    long beyond(long step, long many) {
        long next = step + direction * many;
        return direction > 0 ? Math.min(next, loosest) : Math.max(next, loosest);
    }

    /** The tightest step that makes room at all. */
    long first() {
        return stated + direction;
    }

    /** Whether it is turned by amounts, neither a ratio nor a personal limit. */
    boolean isAmount() {
        return side instanceof Limit.Shared shared && Ratio.of(shared).isEmpty();
    }

    /** The limits with the side at another step. */
    List<Limit> turned(List<Limit> limits, long step) {
        List<Limit> changed = new ArrayList<>(limits);
        changed.set(changed.indexOf(side), at.apply(step));
        return changed;
    }
}
