package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.core.CoreProblem;
import dev.marginal.optimizer.core.Neighbours;
import dev.marginal.optimizer.core.Twins;
import dev.marginal.optimizer.kernel.Grouping;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.pricing.Crowd;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Makes a plan in whole customers out of the core's sharing.
 *
 * <p>At the lowest prices nearly every customer has one best set, and what is left between a plan
 * and the bound is known exactly:
 *
 * <pre>{@code D(λ) − value = Σ_j λ_j (b_j − use_j) + Σ_i regret_i}</pre>
 *
 * <p>where a customer's regret is the reduced value that their set loses against their best. A good
 * plan therefore uses up the priced limits with sets of little regret. The core is shared out
 * already, all but about one group per limit in whole customers ({@link CoreProblem}). The rest is
 * rounded, brought within every limit ({@link Sweep}), filled up, and improved by short chains of
 * moves ({@link Chains}); where a small campaign is left with more than the target, a small integer
 * program decides the nearest customers together ({@link Finish}). Every step counts in
 * micro-units.
 */
public final class Rounding {
    private static final int POOL = 400;
    private static final int POOL_PER_ROW = 70;
    private static final int SETS = 4;
    private static final int MOST_TWINS = 8;
    private static final int FINISHED = 120;
    private static final int SMALL = 20_000;

    private final Instance instance;
    private final Near near;
    private final CoreProblem.Shared shared;
    private final Rates rates;
    private final Deadline deadline;

    public Rounding(Near near, CoreProblem.Shared shared, Deadline deadline) {
        this.instance = near.crowd().instance();
        this.near = near;
        this.shared = shared;
        this.rates = instance.rates(shared.best().prices());
        this.deadline = deadline;
    }

    /**
     * The best plan found, or nothing if no plan within every limit was found.
     *
     * @param enough value in micro-units at which to stop looking
     * @param better is told the value of every better plan, in micro-units
     * @throws NeedsEveryone if a plan of some customers' rows falls so far short of the bound that
     *     the others have to be looked at
     */
    public Optional<Draft> plan(long enough, LongConsumer better) {
        if (deadline.passed()) {
            return packed();
        }
        Draft draft = rounded();
        Sweep sweep = new Sweep(draft, instance, rates, shared.best().prices());
        List<Twins> pool = pool(draft);
        boolean repaired =
                sweep.repair(members(pool))
                        || sweep.repair(near.crowd().customers())
                        || sweep.repair(everyone());
        if (!repaired) {
            return Optional.empty();
        }
        better.accept(draft.value());
        improve(draft, sweep, pool, enough, better);
        shared.twins().forEach(twins -> sweep.drop(twins.customers()));
        sweep.drop(members(pool));
        return Optional.of(draft);
    }

    /** What fits of everyone's best sets, taken in the customers' order: quick when time is up. */
    private Optional<Draft> packed() {
        long[] wanted = rounded().sets();
        Sums settled = instance.holdsEveryone() ? instance.noSums() : near.crowd().settled();
        Draft draft = new Draft(instance, new long[wanted.length], settled);
        Change change = new Change(draft);
        for (int customer = 0; customer < wanted.length; customer++) {
            for (long left = wanted[customer]; left != 0; left &= left - 1) {
                long with = draft.set(customer) | Long.lowestOneBit(left);
                if (change.to(customer, with).passesNoCeiling()) {
                    draft.give(customer, with);
                }
            }
        }
        return Optional.of(draft).filter(Draft::keepsEveryLimit);
    }

    private void improve(
            Draft draft, Sweep sweep, List<Twins> pool, long enough, LongConsumer better) {
        double[] prices = shared.best().prices();
        int[] members = members(pool);
        Chains chains = new Chains(draft, new Moves(draft, pool, rates), prices);
        chains.improve(enough);
        better.accept(draft.value());
        if (sweep.fill(members)) {
            chains.improve(enough);
            better.accept(draft.value());
        }
        if (draft.value() < enough && instance.everyone() <= SMALL) {
            List<Twins> few = pool.subList(0, Math.min(FINISHED, pool.size()));
            new Finish(draft, few).improve(deadline);
            sweep.fill(members);
            new Chains(draft, new Moves(draft, pool, rates), prices).improve(enough);
        }
        if (draft.value() < enough && draft.value() < 0.999 * enough) {
            if (!instance.holdsEveryone()) {
                throw new NeedsEveryone();
            }
            sweep.fill(everyone());
        }
    }

    private static int[] members(List<Twins> pool) {
        return pool.stream().mapToInt(one -> one.customers()[0]).toArray();
    }

    private Draft rounded() {
        Crowd crowd = near.crowd();
        long[] sets = near.choices();
        for (int row = 0; row < crowd.rows(); row++) {
            sets[crowd.customers()[row]] = shared.first()[row];
        }
        Draft draft = new Draft(instance, sets, shared.sums());
        for (int group = 0; group < shared.twins().size(); group++) {
            shareOut(draft, shared.twins().get(group), shared.shares().get(group));
        }
        return draft;
    }

    /** Whole parts in the sets' order; who is left over gets the set with the largest fraction. */
    private static void shareOut(Draft draft, Twins twins, double[] shares) {
        int next = 0;
        int largest = 0;
        for (int set = 0; set < shares.length; set++) {
            double fraction = fraction(shares[set]);
            largest = fraction > fraction(shares[largest]) ? set : largest;
            int whole = (int) Math.floor(shares[set] + 1e-6);
            for (; whole > 0 && next < twins.count(); whole--) {
                draft.give(twins.customers()[next++], twins.sets()[set]);
            }
        }
        while (next < twins.count()) {
            draft.give(twins.customers()[next++], twins.sets()[largest]);
        }
    }

    private static double fraction(double share) {
        return share - Math.floor(share + 1e-6);
    }

    /** The customers nearest to indifference, a few of each group of twins, with their sets. */
    private List<Twins> pool(Draft draft) {
        Crowd crowd = near.crowd();
        float[] regrets = crowd.regrets(shared.best().prices());
        int wanted = Math.min(crowd.rows(), POOL + POOL_PER_ROW * instance.rows());
        float[] sorted = regrets.clone();
        Arrays.sort(sorted);
        float most = sorted.length == 0 ? 0 : sorted[Math.min(sorted.length, 2 * wanted) - 1];
        int[] rows =
                IntStream.range(0, regrets.length).filter(row -> regrets[row] <= most).toArray();
        List<int[]> groups =
                Grouping.of(crowd.columns(), rows).groups().stream()
                        .sorted((a, b) -> byRegret(regrets, a[0], b[0]))
                        .toList();
        Neighbours neighbours = new Neighbours(instance, instance.columns(), rates);
        List<Twins> pool = new ArrayList<>();
        for (int[] group : groups) {
            int members = Math.min(MOST_TWINS, group.length);
            for (int i = 0; i < members && pool.size() < wanted; i++) {
                int place = (int) ((long) i * (group.length - 1) / Math.max(1, members - 1));
                int customer = crowd.customers()[group[place]];
                long[] sets = neighbours.of(customer, draft.set(customer), 4.0 * most + 16, SETS);
                pool.add(new Twins(new int[] {customer}, sets));
            }
        }
        return pool;
    }

    private static int byRegret(float[] regrets, int a, int b) {
        int order = Float.compare(regrets[a], regrets[b]);
        return order != 0 ? order : Integer.compare(a, b);
    }

    private int[] everyone() {
        return IntStream.range(0, instance.customers()).toArray();
    }
}
