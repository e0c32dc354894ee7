package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/** How far a row is from choosing another set, and which. */
final class Nearest {
    private final Families families;
    private final int most;
    private final double[] worst = new double[Chunk.ROWS];
    private final double[] best = new double[Chunk.ROWS];
    private double least;
    private long nearest;

    Nearest(Families families) {
        this.families = families;
        this.most = families.mostInAll();
    }

    /** What the nearest other set of each of a chunk's rows loses; infinite where there is none. */
    void regrets(Chunk chunk, double[] into) {
        if (most < Long.SIZE && !families.atMostOne()) {
            regretsOfFew(chunk, into);
            return;
        }
        for (int i = 0; i < chunk.size(); i++) {
            look(chunk, i);
            into[i] = regret();
        }
    }

    /** As of {@link #lookAtFew}, offer by offer and without branching. */
    private void regretsOfFew(Chunk chunk, double[] into) {
        int size = chunk.size();
        Arrays.fill(worst, 0, size, Double.POSITIVE_INFINITY);
        Arrays.fill(best, 0, size, Double.NEGATIVE_INFINITY);
        for (int offer = 0; offer < chunk.reduced().length; offer++) {
            double[] reduced = chunk.reduced()[offer];
            for (int i = 0; i < size; i++) {
                boolean chosen = (chunk.chosen(i) >>> offer & 1) != 0;
                double mine = chosen ? reduced[i] : Double.POSITIVE_INFINITY;
                double other = chosen ? Double.NEGATIVE_INFINITY : reduced[i];
                worst[i] = mine < worst[i] ? mine : worst[i];
                best[i] = other > best[i] ? other : best[i];
            }
        }
        for (int i = 0; i < size; i++) {
            boolean full = Long.bitCount(chunk.chosen(i)) == most;
            double dropped = full && best[i] > 0 ? worst[i] - best[i] : worst[i];
            into[i] = Math.max(0, full ? dropped : Math.min(worst[i], -best[i]));
        }
    }

    /** Looks at the chunk's row {@code i}. */
    void look(Chunk chunk, int i) {
        if (families.atMostOne()) {
            lookAtOne(chunk.reduced(), chunk.chosen(i), i);
            return;
        }
        if (most < Long.SIZE) {
            lookAtFew(chunk.reduced(), chunk.chosen(i), i);
            return;
        }
        if (families.isFree()) {
            lookAtEach(chunk.reduced(), chunk.chosen(i), i);
            return;
        }
        least = Double.POSITIVE_INFINITY;
        Exchanges.forEach(
                families.get(chunk.family(i)),
                chunk.chosen(i),
                chunk.reduced(i),
                (other, regret) -> {
                    if (regret < least) {
                        least = regret;
                        nearest = other;
                    }
                });
    }

    /** What the nearest other set loses; infinite where the row has no other set. */
    double regret() {
        return Math.max(0, least);
    }

    /** The nearest other set. */
    long set() {
        return nearest;
    }

    private void lookAtEach(double[][] reduced, long set, int i) {
        least = Double.POSITIVE_INFINITY;
        for (int offer = 0; offer < reduced.length; offer++) {
            double regret = Math.abs(reduced[offer][i]);
            if (regret < least) {
                least = regret;
                nearest = set ^ 1L << offer;
            }
        }
    }

    /** The worst of the set goes, the best of the others comes, or both. */
    private void lookAtFew(double[][] reduced, long set, int i) {
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        long goes = 0;
        long comes = 0;
        for (int offer = 0; offer < reduced.length; offer++) {
            double own = reduced[offer][i];
            boolean chosen = (set >>> offer & 1) != 0;
            if (chosen && own < worst) {
                worst = own;
                goes = 1L << offer;
            } else if (!chosen && own > best) {
                best = own;
                comes = 1L << offer;
            }
        }
        boolean full = Long.bitCount(set) == most;
        boolean swap = full && best > 0;
        boolean add = !full && -best < worst;
        least = swap ? worst - best : add ? -best : worst;
        nearest = add ? set | comes : set & ~goes | (swap ? comes : 0);
    }

    private void lookAtOne(double[][] reduced, long set, int i) {
        int chosen = set == 0 ? -1 : Long.numberOfTrailingZeros(set);
        double second = chosen < 0 ? Double.NEGATIVE_INFINITY : 0;
        int found = -1;
        for (int offer = 0; offer < reduced.length; offer++) {
            double own = reduced[offer][i];
            if (own > second && offer != chosen) {
                second = own;
                found = offer;
            }
        }
        nearest = found < 0 ? 0 : 1L << found;
        least = (chosen < 0 ? 0 : reduced[chosen][i]) - second;
    }
}
