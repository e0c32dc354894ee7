package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.conflict.Feasibility.Proof;
import dev.marginal.optimizer.kernel.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Finds for each limit of a conflict the least change of it alone that makes room: while all other
 * limits of the campaign are kept, or, where no change of it helps so, those of the conflict.
 *
 * <p>Less is proven not to do by prices ({@link Dual}), in small campaigns by CP-SAT; that a change
 * is enough is known where a plan was found with it.
 */
final class Relaxing {
    private static final int MOST_SIDES = 8;
    private static final int SIDES_OF_MANY = 3;

    private final Instance instance;
    private final Worthless worthless;
    private final Feasibility feasibility;

    Relaxing(Instance instance, Worthless worthless, Feasibility feasibility) {
        this.instance = instance;
        this.worthless = worthless;
        this.feasibility = feasibility;
    }

    /** What each limit of the conflict would have to be, where a change of it helps. */
    List<Leeway> of(List<Limit> conflict) {
        List<Limit> all = Side.all(instance);
        try (Dual everything = feasibility.dual(all, worthless);
                Dual fight = feasibility.dual(conflict, worthless)) {
            return conflict.stream()
                    .sorted(Comparator.comparing(Relaxing::order))
                    .limit(tried(conflict.size()))
                    .flatMap(
                            side ->
                                    leeway(side, all, everything, true)
                                            .or(() -> leeway(side, conflict, fight, false))
                                            .stream())
                    .toList();
        }
    }

    /** How many of a conflict's sides are looked at, the floors first. */
    static int tried(int sides) {
        return sides <= MOST_SIDES ? sides : SIDES_OF_MANY;
    }

    private static int order(Limit side) {
        if (!(side instanceof Limit.Shared shared)) {
            return 2;
        }
        return shared.hasFloor() ? 0 : 1;
    }

    private Optional<Leeway> leeway(Limit side, List<Limit> limits, Dual dual, boolean alone) {
        Dial dial = Dial.of(side, instance.book());
        List<Limit> others = Side.without(limits, side);
        if (dial.isAmount() && Feasibility.isSmall(instance)) {
            Feasibility.Least least = feasibility.least((Limit.Shared) side, others, instance);
            if (least.proof() == Proof.NONE) {
                return Optional.empty();
            }
            if (least.proof() == Proof.SOME) {
                return Optional.of(new Leeway(side, dial.stepFor(least.use()), true, alone));
            }
        }
        OptionalLong open = dial.isAmount() ? asked(dial, others, dual) : notRefuted(dial, limits);
        return open.isEmpty()
                ? Optional.empty()
                : new Settling(dial, others, instance, feasibility)
                        .from(dial.looser(open.getAsLong(), dial.first()))
                        .map(found -> new Leeway(side, found.step(), found.enough(), alone));
    }

    private static OptionalLong asked(Dial dial, List<Limit> others, Dual dual) {
        Asked asked = dual.asked(dial.side(), others);
        return asked.possible()
                ? OptionalLong.of(dial.stepFor(asked.amount()))
                : OptionalLong.empty();
    }

    /** The tightest step found that is not refuted. */
    private OptionalLong notRefuted(Dial dial, List<Limit> limits) {
        if (dial.stated() == dial.loosest() || refuted(dial, dial.loosest(), limits)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                dial.side() instanceof Limit.Personal
                        ? halved(dial, dial.stated(), step -> refuted(dial, step, limits))
                        : halved(dial, dial.stated(), step -> refutedByPrices(dial, step, limits)));
    }

    private boolean refuted(Dial dial, long step, List<Limit> limits) {
        return feasibility.refuted(Instance.of(instance.book(), dial.turned(limits, step)));
    }

    private boolean refutedByPrices(Dial dial, long step, List<Limit> limits) {
        List<Limit> turned = dial.turned(limits, step);
        try (Dual dual = feasibility.dual(turned, worthless)) {
            return dual.refutes((Limit.Shared) dial.at().apply(step), turned);
        }
    }

    /** The first step beyond a refuted one that is not, the loosest being none. */
    private static long halved(Dial dial, long refuted, LongPredicate test) {
        long bad = refuted;
        long good = dial.loosest();
        while (Math.abs(good - bad) > 1) {
            long middle = bad + (good - bad) / 2;
            if (test.test(middle)) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return good;
    }
}
