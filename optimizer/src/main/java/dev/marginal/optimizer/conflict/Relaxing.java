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
 * <p>Less is proven not to do by prices ({@link LeastUse}), in small campaigns by CP-SAT; that a
 * change is enough is known where a plan was found with it.
 */
final class Relaxing {
    /** Sides that are looked at, the floors first. */
    static final int MOST_SIDES = 8;

    private static final int MOST_ROUNDS = 8;

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
        return conflict.stream()
                .sorted(Comparator.comparing(Relaxing::order))
                .limit(MOST_SIDES)
                .flatMap(
                        side ->
                                leeway(side, Side.without(all, side), true)
                                        .or(() -> leeway(side, Side.without(conflict, side), false))
                                        .stream())
                .toList();
    }

    private static int order(Limit side) {
        if (!(side instanceof Limit.Shared shared)) {
            return 2;
        }
        return shared.hasFloor() ? 0 : 1;
    }

    private Optional<Leeway> leeway(Limit side, List<Limit> others, boolean alone) {
        Dial dial = Dial.of(side, instance.book());
        if (dial.isAmount() && Feasibility.isSmall(instance)) {
            Feasibility.Least least = feasibility.least((Limit.Shared) side, others, instance);
            if (least.proof() == Proof.NONE) {
                return Optional.empty();
            }
            if (least.proof() == Proof.SOME) {
                return Optional.of(new Leeway(side, dial.stepFor(least.use()), true, alone));
            }
        }
        OptionalLong open = dial.isAmount() ? asked(dial, others) : notRefuted(dial, others);
        return open.isEmpty()
                ? Optional.empty()
                : new Settling(dial, others, instance, feasibility)
                        .from(dial.looser(open.getAsLong(), dial.first()))
                        .map(found -> new Leeway(side, found.step(), found.enough(), alone));
    }

    private OptionalLong asked(Dial dial, List<Limit> others) {
        LeastUse.Asked asked = feasibility.asked(worthless, (Limit.Shared) dial.side(), others);
        return asked.possible()
                ? OptionalLong.of(dial.stepFor(asked.amount()))
                : OptionalLong.empty();
    }

    /** The tightest step found that is not refuted. */
    private OptionalLong notRefuted(Dial dial, List<Limit> others) {
        if (dial.stated() == dial.loosest() || refuted(dial, dial.loosest(), others)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                dial.side() instanceof Limit.Personal
                        ? halved(dial, dial.stated(), step -> refuted(dial, step, others))
                        : ratio(dial, others));
    }

    private boolean refuted(Dial dial, long step, List<Limit> others) {
        return feasibility.refuted(
                Instance.of(instance.book(), Feasibility.with(dial.at().apply(step), others)));
    }

    /** Prices that refute one ratio refute the next ones too: they are asked before new prices. */
    private long ratio(Dial dial, List<Limit> others) {
        long step = dial.first();
        for (int round = 0; round < MOST_ROUNDS && step != dial.loosest(); round++) {
            LeastUse.Asked asked = feasibility.asked(worthless, at(dial, step), others);
            if (!refutes(asked.prices(), dial, step, others)) {
                return step;
            }
            step =
                    halved(
                            dial,
                            step,
                            next ->
                                    next != dial.loosest()
                                            && refutes(asked.prices(), dial, next, others));
        }
        return step;
    }

    private boolean refutes(double[] prices, Dial dial, long step, List<Limit> others) {
        return feasibility.refute(prices, worthless, at(dial, step), others);
    }

    private static Limit.Shared at(Dial dial, long step) {
        return (Limit.Shared) dial.at().apply(step);
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
