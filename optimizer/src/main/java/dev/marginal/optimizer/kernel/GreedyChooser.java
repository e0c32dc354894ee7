package dev.marginal.optimizer.kernel;

/**
 * Takes offers from the best downwards while no limit is full: exact where limits are nested or
 * disjoint, as their admissible sets are the independent sets of a laminar matroid.
 *
 * @see <a href="https://doi.org/10.1007/BF01584082">Edmonds (1971), Matroids and the greedy
 *     algorithm, Mathematical Programming 1</a>
 */
final class GreedyChooser implements Chooser {
    private final PersonalLimits limits;
    private final int[] family;
    private final int most;
    private final Candidates candidates = new Candidates();

    GreedyChooser(PersonalLimits limits) {
        this.limits = limits;
        this.family = limits.laminarPart();
        this.most = limits.mostInAll();
    }

    @Override
    public long choose(double[] reduced) {
        candidates.rank(reduced, limits, most);
        long set = 0;
        for (int rank = 0; rank < candidates.count(); rank++) {
            int offer = candidates.offer(rank);
            if (!limits.full(set, offer, family)) {
                set |= 1L << offer;
            }
        }
        return set;
    }
}
