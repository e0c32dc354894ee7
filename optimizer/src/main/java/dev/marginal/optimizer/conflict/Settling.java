package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.conflict.Feasibility.Proof;
import dev.marginal.optimizer.kernel.Instance;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a step of a dial that prices do not refute is enough, and in tiny campaigns
 * which one is: further and further ones first, then between.
 */
final class Settling {
    private static final long TINY = 2_000;
    private static final double EFFORT = 2;
    private static final int MOST_TRIES = 40;

    private final Dial dial;
    private final List<Limit> others;
    private final Instance instance;
    private final Feasibility feasibility;

    Settling(Dial dial, List<Limit> others, Instance instance, Feasibility feasibility) {
        this.dial = dial;
        this.others = others;
        this.instance = instance;
        this.feasibility = feasibility;
    }

    /** The step that is enough, or the tightest that may be; empty if none is. */
    Optional<Found> from(long step) {
        if (!Feasibility.isSmall(instance)) {
            return Optional.of(new Found(step, feasibility.findsPlan(at(step))));
        }
        return switch (feasibility.proof(at(step), EFFORT)) {
            case SOME -> Optional.of(new Found(step, true));
            case OPEN -> Optional.of(new Found(step, false));
            case NONE -> step == dial.loosest() ? Optional.empty() : beyond(step);
        };
    }

    private Optional<Found> beyond(long refuted) {
        long cells = (long) instance.customers() * instance.columns().offers();
        if (cells > TINY) {
            return Optional.of(new Found(dial.beyond(refuted, 1), false));
        }
        long bad = refuted;
        long many = 1;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long next = dial.beyond(bad, many);
            Proof proof = feasibility.proof(at(next), EFFORT);
            if (proof == Proof.SOME) {
                return Optional.of(between(bad, next));
            }
            if (proof == Proof.OPEN) {
                return Optional.of(new Found(dial.beyond(bad, 1), false));
            }
            if (next == dial.loosest()) {
                return Optional.empty();
            }
            bad = next;
            many *= 2;
        }
        return Optional.of(new Found(dial.beyond(bad, 1), false));
    }

    private Found between(long refuted, long enough) {
        long bad = refuted;
        long good = enough;
        while (Math.abs(good - bad) > 1) {
            long middle = bad + (good - bad) / 2;
            if (feasibility.proof(at(middle), EFFORT) == Proof.NONE) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return new Found(good, feasibility.proof(at(good), EFFORT) == Proof.SOME);
    }

    private Instance at(long step) {
        return Instance.of(instance.book(), Feasibility.with(dial.at().apply(step), others));
    }

    /**
     * A step that may be enough.
     *
     * @param enough whether a plan was found
     */
    record Found(long step, boolean enough) {}
}
