package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.core.CoreProblem;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Farkas;
import dev.marginal.optimizer.pricing.PriceSearch;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.optimizer.rounding.Rounding;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.whole.Fixed;
import dev.marginal.optimizer.whole.WholeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Proves that no plan keeps every limit, where it can: by prices for any number of limits, exactly
 * for one floor against one ceiling or the customers themselves, by CP-SAT for small campaigns.
 */
public final class Feasibility {
    private static final long SMALL = 20_000;
    private static final double EFFORT = 20;
    private static final double LEAST_EFFORT = 1;

    /** Customers × offers × pairs of limits that exact arithmetic may look at. */
    private static final long MOST_WORK = 2_000_000;

    private final Workers workers;
    private final Deadline deadline;

    public Feasibility(Workers workers, Deadline deadline) {
        this.workers = workers;
        this.deadline = deadline;
    }

    /** Whether it is proven that no plan keeps every limit. */
    public boolean refuted(Instance instance) {
        return instance.hasFloors() && (refutedByPrices(instance) || refutedInWhole(instance));
    }

    /**
     * Some plan that keeps every limit, one set per customer; only small campaigns are searched,
     * and only where prices do not prove that there is none.
     */
    public Optional<long[]> plan(Instance instance) {
        if (!isSmall(instance) || instance.hasFloors() && refutedByPrices(instance)) {
            return Optional.empty();
        }
        return Optional.of(whole(instance, EFFORT))
                .filter(WholeModel.Answer::found)
                .map(WholeModel.Answer::sets);
    }

    /** Whether CP-SAT finds a plan that keeps every limit; for small campaigns only. */
    Proof proof(Instance instance, double effort) {
        WholeModel.Answer answer = whole(instance, effort);
        if (answer.found()) {
            return Proof.SOME;
        }
        return answer.proof() == IntegerAnswer.Proof.NONE_EXIST ? Proof.NONE : Proof.OPEN;
    }

    /** Questions about what some sides of limits ask of one of them; to be closed. */
    Dual dual(List<Limit> sides, Worthless worthless) {
        return new Dual(sides, worthless, workers, deadline);
    }

    /** Whether it is proven otherwise than by prices that no plan keeps every limit. */
    boolean refutedInWhole(Instance instance) {
        return aFloorFights(instance) || isSmall(instance) && proof(instance, EFFORT) == Proof.NONE;
    }

    /**
     * The least that plans use of a ceiling's limit, or the most of a floor's, while they keep the
     * other limits; for small campaigns only.
     */
    Least least(Limit.Shared side, List<Limit> others, Instance instance) {
        Optional<Instance> aim = Aim.at(side, others, instance.book());
        if (aim.isEmpty()) {
            return new Least(Proof.OPEN, 0);
        }
        WholeModel.Answer answer = whole(aim.get(), LEAST_EFFORT);
        if (answer.proof() == IntegerAnswer.Proof.NONE_EXIST) {
            return new Least(Proof.NONE, 0);
        }
        if (answer.proof() != IntegerAnswer.Proof.OPTIMAL) {
            return new Least(Proof.OPEN, 0);
        }
        Instance counting = Instance.of(instance.book(), List.of(side));
        return new Least(Proof.SOME, Draft.of(counting, answer.sets(), workers).use(0));
    }

    /** Whether prices lead to a plan that keeps every limit. */
    boolean findsPlan(Instance instance) {
        Near near = new PriceSearch(instance, workers, deadline).lowest();
        CoreProblem.Shared shared = new CoreProblem(near, deadline).solve();
        return new Rounding(near, shared, deadline).plan(Long.MIN_VALUE, any -> {}).isPresent();
    }

    static boolean isSmall(Instance instance) {
        return size(instance.book()) <= SMALL;
    }

    private boolean refutedByPrices(Instance instance) {
        Instance worthless = new Worthless(instance.book()).instance(instance.limits());
        return new Farkas(worthless, workers).refutes(deadline);
    }

    private WholeModel.Answer whole(Instance instance, double effort) {
        return new WholeModel(instance, Fixed.nothing(instance)).solve(effort, deadline);
    }

    private static long size(OfferBook book) {
        return (long) book.customers() * book.offers().size();
    }

    /** The limits and one more, as the last. */
    static List<Limit> with(Limit side, List<Limit> others) {
        List<Limit> limits = new ArrayList<>(others);
        limits.add(side);
        return limits;
    }

    private static boolean aFloorFights(Instance instance) {
        int[] floors = rows(instance, CheapestSends::countsSends);
        int[] ceilings = rows(instance, CheapestSends::onlyFills);
        long pairs = floors.length * (1L + ceilings.length);
        return pairs * size(instance.book()) <= MOST_WORK
                && IntStream.of(floors).anyMatch(floor -> fights(floor, ceilings, instance));
    }

    private static int[] rows(Instance instance, Predicate<Limit.Shared> wanted) {
        return IntStream.range(0, instance.rows())
                .filter(row -> wanted.test(instance.shared().get(row)))
                .toArray();
    }

    private static boolean fights(int floor, int[] ceilings, Instance instance) {
        long least = instance.shared().get(floor).least();
        if (CheapestSends.of(instance, floor, floor).possible() < least) {
            return true;
        }
        long offers = instance.shared().get(floor).offers().bits();
        return IntStream.of(ceilings)
                .filter(row -> (instance.shared().get(row).offers().bits() & offers) != 0)
                .anyMatch(
                        ceiling ->
                                CheapestSends.of(instance, floor, ceiling).cheapest(least)
                                        > instance.most(ceiling));
    }

    /**
     * How little of a limit plans can use.
     *
     * @param proof SOME if {@code use} is proven to be the least, NONE if there are no plans
     * @param use in the limit's units
     */
    record Least(Proof proof, long use) {}

    /** What is known about plans that keep every limit. */
    enum Proof {
        SOME,
        NONE,
        OPEN
    }
}
