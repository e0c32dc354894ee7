package dev.marginal.optimizer.kernel;

/**
 * Exact for limits that cross each other: takes or leaves offers one by one, best first, and turns
 * back where even the relaxation cannot beat the best set found.
 *
 * <p>The relaxation keeps only a nested-or-disjoint part of the limits, for which greedy is exact.
 */
final class BranchingChooser implements Chooser {
    private final PersonalLimits limits;
    private final int[] family;
    private final Candidates candidates = new Candidates();
    private double[] reduced;
    private double bestValue;
    private long bestSet;

    BranchingChooser(PersonalLimits limits) {
        this.limits = limits;
        this.family = limits.laminarPart();
    }

    @Override
    public long choose(double[] reducedValues) {
        reduced = reducedValues;
        candidates.rank(reduced, limits, Long.SIZE);
        bestValue = 0;
        bestSet = 0;
        branch(0, 0, 0);
        return bestSet;
    }

    private void branch(int rank, long set, double value) {
        if (value > bestValue) {
            bestValue = value;
            bestSet = set;
        }
        if (rank == candidates.count() || value + relaxed(rank, set) <= bestValue) {
            return;
        }
        int offer = candidates.offer(rank);
        long with = set | 1L << offer;
        if (limits.admits(with)) {
            branch(rank + 1, with, value + reduced[offer]);
        }
        branch(rank + 1, set, value);
    }

    private double relaxed(int from, long set) {
        double value = 0;
        long taken = set;
        for (int rank = from; rank < candidates.count(); rank++) {
            int offer = candidates.offer(rank);
            if (!limits.full(taken, offer, family)) {
                taken |= 1L << offer;
                value += reduced[offer];
            }
        }
        return value;
    }
}
