package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * Finds the rows of a chunk whose choice could change while prices move a little: those whose set
 * would not win with its offers at their worst and all others at their best. No prices in between
 * can make another row prefer another set, whatever the personal limits look like.
 */
final class Screen {
    /** Covers the rounding of a reduced value, relative and in micro-units, many times over. */
    private static final double RELATIVE = 0x1p-40;

    private static final double MARGIN = 1e-3;

    private final Families families;
    private final double[][] spread;
    private final double[] rival;
    private final Choosers choosers;

    Screen(int offers, Families families) {
        this.families = families;
        this.spread = new double[offers][Chunk.ROWS];
        this.rival = new double[offers];
        this.choosers = Choosers.of(families);
    }

    void mark(Chunk chunk, Rates reach, boolean[] unsettled, int row) {
        chunk.spread(reach, spread);
        if (families.atMostOne()) {
            markOne(chunk, unsettled, row);
            return;
        }
        if (families.mostInAll() < Long.SIZE) {
            markFew(chunk, unsettled, row);
            return;
        }
        for (int i = 0; i < chunk.size(); i++) {
            long set = chunk.chosen(i);
            for (int offer = 0; offer < rival.length; offer++) {
                boolean chosen = (set >>> offer & 1) != 0;
                double own = chunk.reduced()[offer][i];
                rival[offer] = own + (chosen ? -1 : 1) * margin(own, spread[offer][i]);
            }
            unsettled[row + i] = choosers.get(chunk.family(i)).choose(rival) != set;
        }
    }

    /** Whether the worst of the set, at its worst, still beats the best of the others. */
    private void markFew(Chunk chunk, boolean[] unsettled, int row) {
        double[] worst = new double[chunk.size()];
        double[] best = new double[chunk.size()];
        Arrays.fill(worst, Double.POSITIVE_INFINITY);
        for (int offer = 0; offer < rival.length; offer++) {
            double[] reduced = chunk.reduced()[offer];
            for (int i = 0; i < worst.length; i++) {
                double own = reduced[i];
                double margin = margin(own, spread[offer][i]);
                if ((chunk.chosen(i) >>> offer & 1) != 0) {
                    worst[i] = Math.min(worst[i], own - margin);
                } else if (own + margin > best[i]) {
                    best[i] = own + margin;
                }
            }
        }
        int most = families.mostInAll();
        for (int i = 0; i < worst.length; i++) {
            boolean full = Long.bitCount(chunk.chosen(i)) == most;
            unsettled[row + i] = worst[i] <= (full ? best[i] : 0) || !full && best[i] > 0;
        }
    }

    private void markOne(Chunk chunk, boolean[] unsettled, int row) {
        double[][] reduced = chunk.reduced();
        for (int i = 0; i < chunk.size(); i++) {
            long set = chunk.chosen(i);
            int chosen = set == 0 ? -1 : Long.numberOfTrailingZeros(set);
            double worst =
                    chosen < 0
                            ? 0
                            : reduced[chosen][i] - margin(reduced[chosen][i], spread[chosen][i]);
            boolean open = chosen >= 0 && worst <= 0;
            for (int offer = 0; offer < reduced.length && !open; offer++) {
                double own = reduced[offer][i];
                open = offer != chosen && own + margin(own, spread[offer][i]) >= worst;
            }
            unsettled[row + i] = open;
        }
    }

    /** How far from a reduced value it may be found, while rates spread it so far. */
    static double margin(double reduced, double spread) {
        return spread + RELATIVE * Math.abs(reduced) + MARGIN;
    }
}
