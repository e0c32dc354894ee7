package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Makes a plan in whole customers out of prices.
 *
 * <p>At the lowest prices nearly every customer has one best set, and what is left between a plan
 * and the bound is known exactly:
 *
 * <pre>{@code D(λ) − value = Σ_j λ_j (b_j − use_j) + Σ_i regret_i}</pre>
 *
 * <p>where a customer's regret is the reduced value that their set loses against their best. A good
 * plan therefore uses up the priced limits with sets of little regret, and only the customers near
 * indifference, the <em>core</em>, have such sets. Equal customers are one group of the core
 * however many they are. A linear program shares the core out ({@link Sharing}); all but about one
 * group per limit come out whole. The rest is rounded, brought within every limit ({@link Sweep}),
 * filled up and swapped ({@link Swaps}); where that leaves more than the target, a small integer
 * program decides the nearest customers together ({@link Finish}). Every step counts in
 * micro-units.
 *
 * @see <a href="https://doi.org/10.1287/opre.28.5.1130">Balas, Zemel (1980), An algorithm for large
 *     zero-one knapsack problems, Operations Research 28(5): the core</a>
 */
public final class Rounding {
    private static final int GROUPS = 500;
    private static final int GROUPS_PER_ROW = 40;
    private static final int SWAPPED = 300;
    private static final int FINISHED = 120;
    private static final int DISPLACED = 30;

    private final Instance instance;
    private final Workers workers;
    private final Deadline deadline;
    private final double[] prices;
    private final Rates rates;
    private final Core core;
    private final Optional<Sharing> sharing;

    /**
     * Shares out the core at these prices.
     *
     * @param dearest for each row, how far beyond three times its price a shortage is paid
     */
    public Rounding(
            Instance instance,
            double[] prices,
            double[] dearest,
            Workers workers,
            Deadline deadline) {
        this.instance = instance;
        this.workers = workers;
        this.deadline = deadline;
        this.prices = prices.clone();
        this.rates = instance.rates(prices);
        this.core = Core.at(instance, rates, GROUPS + GROUPS_PER_ROW * instance.rows(), workers);
        this.sharing = Sharing.of(core, outside(), prices, dearest, deadline);
    }

    /** The prices of the core alone, often a little lower than those it was made at. */
    public double[] prices() {
        return sharing.map(Sharing::prices).orElse(prices).clone();
    }

    /**
     * The best plan found, or nothing if no plan within every limit was found.
     *
     * @param enough value in micro-units at which to stop looking
     */
    public Optional<Draft> plan(long enough) {
        Draft draft = rounded();
        Sweep sweep = new Sweep(draft, instance, rates);
        int[] near = members();
        if (!sweep.repair(near) && !sweep.repair(everyone())) {
            return Optional.empty();
        }
        sweep.fill(near);
        if (draft.value() < enough) {
            improve(draft, sweep, near, enough);
        }
        return Optional.of(draft);
    }

    private void improve(Draft draft, Sweep sweep, int[] near, long enough) {
        new Swaps(draft, pool(draft, SWAPPED)).improve(enough);
        if (draft.value() < enough) {
            new Finish(draft, pool(draft, FINISHED)).improve(deadline);
            sweep.fill(near);
            new Swaps(draft, pool(draft, SWAPPED)).improve(enough);
        }
        if (draft.value() < enough && draft.value() < 0.999 * enough) {
            sweep.fill(everyone());
        }
    }

    private Draft outside() {
        long[] sets = core.choices().clone();
        core.twins().forEach(twins -> forAll(twins, customer -> sets[customer] = 0));
        return new Draft(instance, sets);
    }

    private Draft rounded() {
        Draft draft = new Draft(instance, core.choices().clone());
        sharing.ifPresent(
                shared -> {
                    for (int group = 0; group < core.twins().size(); group++) {
                        shareOut(draft, core.twins().get(group), shared.shares()[group]);
                    }
                });
        return draft;
    }

    /** Whole parts in the sets' order; who is left over gets the set with the largest fraction. */
    private static void shareOut(Draft draft, Twins twins, double[] shares) {
        int next = 0;
        int largest = 0;
        for (int set = 0; set < shares.length; set++) {
            double fraction = shares[set] - Math.floor(shares[set] + 1e-6);
            largest =
                    fraction > shares[largest] - Math.floor(shares[largest] + 1e-6) ? set : largest;
            for (int whole = (int) Math.floor(shares[set] + 1e-6);
                    whole > 0 && next < twins.count();
                    whole--) {
                draft.give(twins.customers()[next++], twins.sets()[set]);
            }
        }
        while (next < twins.count()) {
            draft.give(twins.customers()[next++], twins.sets()[largest]);
        }
    }

    /** Who has lost most against the prices, then who is nearest to indifference. */
    private List<Twins> pool(Draft draft, int nearest) {
        return new Pool(core.twins(), draft).of(DISPLACED, nearest);
    }

    private int[] members() {
        return core.twins().stream()
                .flatMapToInt(twins -> IntStream.of(twins.customers()))
                .toArray();
    }

    private int[] everyone() {
        return IntStream.range(0, instance.customers()).toArray();
    }

    private static void forAll(Twins twins, IntConsumer action) {
        IntStream.of(twins.customers()).forEach(action);
    }
}
