package dev.marginal.optimizer.rounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Picks single customers out of a core to be decided anew. */
final class Pool {
    private static final int MOST_TWINS = 4;

    private final List<Twins> core;
    private final Draft draft;
    private final Set<Integer> picked = new HashSet<>();
    private final List<Twins> pool = new ArrayList<>();

    Pool(List<Twins> core, Draft draft) {
        this.core = core;
        this.draft = draft;
    }

    /**
     * The customers whose set loses most against the prices, then those nearest to indifference, a
     * few of each group; the set that the draft gives comes first for each.
     */
    List<Twins> of(int displaced, int nearest) {
        List<Loss> losses = new ArrayList<>();
        for (Twins twins : core) {
            for (int customer : twins.customers()) {
                double regret = regret(twins, draft.set(customer));
                if (regret > 0) {
                    losses.add(new Loss(twins, customer, regret));
                }
            }
        }
        losses.sort(
                Comparator.comparingDouble(Loss::regret)
                        .reversed()
                        .thenComparingInt(Loss::customer));
        losses.stream().limit(displaced).forEach(loss -> pick(loss.twins, loss.customer));
        addNearest(nearest);
        return pool;
    }

    private void addNearest(int nearest) {
        int room = pool.size() + nearest;
        for (Twins twins : core) {
            int members = Math.min(MOST_TWINS, twins.count());
            for (int i = 0; i < members && pool.size() < room; i++) {
                int member = (int) ((long) i * (twins.count() - 1) / Math.max(1, members - 1));
                pick(twins, twins.customers()[member]);
            }
        }
    }

    private void pick(Twins twins, int customer) {
        if (picked.add(customer)) {
            long[] sets = with(twins.sets(), draft.set(customer));
            pool.add(new Twins(new int[] {customer}, sets, twins.regrets()));
        }
    }

    private static double regret(Twins twins, long set) {
        for (int known = 0; known < twins.sets().length; known++) {
            if (twins.sets()[known] == set) {
                return twins.regrets()[known];
            }
        }
        return Double.MAX_VALUE;
    }

    private static long[] with(long[] sets, long present) {
        return IntStream.range(0, sets.length + 1)
                .mapToLong(i -> i == 0 ? present : sets[i - 1])
                .distinct()
                .toArray();
    }

    private record Loss(Twins twins, int customer, double regret) {}
}
