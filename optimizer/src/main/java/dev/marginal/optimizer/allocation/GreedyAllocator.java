package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.chance.ChanceAllocator;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.pricing.Bound;
import dev.marginal.optimizer.rounding.Draft;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a planner without an optimizer would do: goes down a list of sends and makes each one that
 * every limit still has room for. The neighbour that an optimised plan is compared with.
 *
 * <p>Floors are filled first, each with the first sends of the list that count for it, or with the
 * cheapest where that does not fit. The bound is that of a world without shared limits, so the gap
 * says little; where the list leads nowhere the outcome is NOT_FOUND, which proves nothing.
 */
public final class GreedyAllocator implements Allocator {
    private final Order order;
    private final Execution execution;

    private GreedyAllocator(Order order, Execution execution) {
        this.order = order;
        this.execution = execution;
    }

    /** Highest value per cost first; sends that earn nothing only where a floor needs them. */
    public static GreedyAllocator byValuePerCost(Execution execution) {
        return new GreedyAllocator(Order.valuePerCost(), execution);
    }

    /**
     * Highest score first, such as the predicted response: sends to the likeliest buyers until the
     * budget is spent, never asking what the send itself adds.
     *
     * @param scores {@code [offer][customer]}; {@code NaN} for sends never to be made
     */
    public static GreedyAllocator byScore(float[][] scores, Execution execution) {
        return new GreedyAllocator(Order.given(scores), execution);
    }

    /**
     * In random order: sends any offer to any customer who may get it until the budget is spent.
     *
     * @param seed the same seed gives the same plan
     */
    public static GreedyAllocator random(long seed, Execution execution) {
        return new GreedyAllocator(Order.random(seed), execution);
    }

    /**
     * The score by which a send stands in the list; {@code NaN} where it is not worth making unless
     * a floor needs it.
     */
    float score(OfferBook book, int offer, int customer) {
        float score = order.score(book, offer, customer);
        return order.isWorthIt(score) ? score : Float.NaN;
    }

    /** A budget's confidence is kept as well. */
    @Override
    public SendPlan allocate(OfferBook offers, Budget budget, Rules rules) {
        if (budget.confidence().isPresent()) {
            return new ChanceAllocator(
                            AllocatorSettings.defaults(),
                            execution,
                            new Cancellation(),
                            left -> this)
                    .allocate(offers, budget, rules);
        }
        Instance instance = Instance.of(offers, budget, rules);
        try (Workers workers = new Workers(execution)) {
            Bound bound = Bound.at(new double[instance.rows()], instance, workers);
            Optional<Draft> draft =
                    floors(instance, order).or(() -> floors(instance, Order.cheapest()));
            draft.ifPresent(plan -> walk(plan, everyOffer(instance), order, false, -1));
            Plans plans = new Plans(instance, workers);
            return draft.map(plan -> plans.of(plan, bound, bound.micros(), Optional.empty()))
                    .orElseGet(() -> plans.none(Outcome.NOT_FOUND, bound, List.of()));
        }
    }

    private static Optional<Draft> floors(Instance instance, Order order) {
        Draft draft = new Draft(instance, new long[instance.customers()], instance.noSums());
        for (int row = 0; row < instance.rows(); row++) {
            if (instance.hasFloor(row)) {
                walk(draft, instance.shared().get(row).offers(), order, true, row);
            }
        }
        return Optional.of(draft).filter(Draft::keepsEveryLimit);
    }

    /** Makes sends in order: all that fit, or until the floor of {@code row} is reached. */
    private static void walk(Draft draft, OfferSet of, Order order, boolean forced, int row) {
        Instance instance = draft.instance();
        long[] sends = sorted(instance, of, order, forced);
        for (long send : sends) {
            if (forced && draft.use(row) >= instance.least(row)) {
                return;
            }
            long number = send & 0xFFFFFFFFL;
            int offer = (int) (number / instance.customers());
            int customer = (int) (number % instance.customers());
            long with = draft.set(customer) | 1L << offer;
            if (with != draft.set(customer)
                    && instance.personal(customer).admits(with)
                    && draft.hasRoom(customer, offer)) {
                draft.give(customer, with);
            }
        }
    }

    /** Sends by falling score, then by number: the score's order in the upper half of a long. */
    private static long[] sorted(Instance instance, OfferSet of, Order order, boolean forced) {
        OfferBook book = instance.book();
        long[] sends = new long[1024];
        int count = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            if (!of.contains(offer) || !instance.families().allows(offer)) {
                continue;
            }
            for (int customer = 0; customer < book.customers(); customer++) {
                float score = order.score(book, offer, customer);
                boolean wanted = forced ? !Float.isNaN(score) : order.isWorthIt(score);
                if (wanted && book.allows(offer, customer)) {
                    sends = count < sends.length ? sends : Arrays.copyOf(sends, 2 * count);
                    sends[count++] =
                            falling(score) << 32 | (long) offer * book.customers() + customer;
                }
            }
        }
        long[] sorted = Arrays.copyOf(sends, count);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /** Floats as 32 bits that fall where the float rises, signed as the upper half of a long. */
    static long falling(float score) {
        int bits = Float.floatToIntBits(score + 0.0f);
        int rising = bits ^ bits >> 31 & 0x7FFFFFFF;
        return ~(long) rising;
    }

    private static OfferSet everyOffer(Instance instance) {
        return new OfferSet(
                IntStream.range(0, instance.columns().offers())
                        .mapToLong(offer -> 1L << offer)
                        .sum());
    }
}
