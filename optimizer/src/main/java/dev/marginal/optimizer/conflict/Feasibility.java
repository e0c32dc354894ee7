package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Farkas;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.whole.Fixed;
import dev.marginal.optimizer.whole.WholeModel;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proves that no plan keeps every limit, where it can: exactly for one floor against one ceiling or
 * the customers themselves, by prices for any number of limits, by CP-SAT for small campaigns.
 */
public final class Feasibility {
    private static final long SMALL = 20_000;
    private static final double EFFORT = 20;

    private final Workers workers;
    private final Deadline deadline;

    public Feasibility(Workers workers, Deadline deadline) {
        this.workers = workers;
        this.deadline = deadline;
    }

    /** Whether it is proven that no plan keeps every limit. */
    public boolean refuted(Instance instance) {
        if (!instance.hasFloors()) {
            return false;
        }
        return aFloorFights(instance)
                || new Farkas(instance, workers).refutes(deadline)
                || isSmall(instance) && whole(instance).proof() == IntegerAnswer.Proof.NONE_EXIST;
    }

    /**
     * Some plan that keeps every limit, one set per customer; only small campaigns are searched.
     */
    public Optional<long[]> plan(Instance instance) {
        if (!isSmall(instance)) {
            return Optional.empty();
        }
        return Optional.of(whole(instance))
                .filter(WholeModel.Answer::found)
                .map(WholeModel.Answer::sets);
    }

    private WholeModel.Answer whole(Instance instance) {
        return new WholeModel(instance, Fixed.nothing(instance)).solve(EFFORT, deadline);
    }

    private static boolean isSmall(Instance instance) {
        return (long) instance.customers() * instance.columns().offers() <= SMALL;
    }

    private static boolean aFloorFights(Instance instance) {
        return IntStream.range(0, instance.rows())
                .filter(row -> CheapestSends.countsSends(instance.shared().get(row)))
                .anyMatch(floor -> fights(floor, instance));
    }

    private static boolean fights(int floor, Instance instance) {
        long least = instance.shared().get(floor).least();
        if (CheapestSends.of(instance, floor, floor).possible() < least) {
            return true;
        }
        long offers = instance.shared().get(floor).offers().bits();
        return IntStream.range(0, instance.rows())
                .filter(row -> CheapestSends.onlyFills(instance.shared().get(row)))
                .filter(row -> (instance.shared().get(row).offers().bits() & offers) != 0)
                .anyMatch(
                        ceiling ->
                                CheapestSends.of(instance, floor, ceiling).cheapest(least)
                                        > instance.most(ceiling));
    }
}
