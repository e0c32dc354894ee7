package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * Finds which rows choose alike at all rates of a range, and what, where a customer may get a few
 * offers whichever they are.
 *
 * <p>Every offer's reduced value lies between a low and a high. Let {@code bar} be the last low
 * that wins when all are low, or nothing. Offers whose high is beyond the bar may win; where they
 * are no more than may be, and each one's low reaches the bar, they win at all rates. No processor
 * could guess who wins, so that nothing here branches: a number's sign says what is larger.
 */
final class RangeScreen {
    private final Columns columns;
    private final int[] offers;
    private final double[][] low;
    private final double[][] high;
    private final double[][] best;
    private final double[] next = new double[Chunk.ROWS];

    /**
     * A screen of rows.
     *
     * @param offers that every row may get
     * @param most how many of them together
     */
    RangeScreen(Columns columns, int[] offers, int most) {
        this.columns = columns;
        this.offers = offers;
        this.low = new double[offers.length][Chunk.ROWS];
        this.high = new double[offers.length][Chunk.ROWS];
        this.best = new double[most][Chunk.ROWS];
    }

    /** Says what each row chooses, or that it depends on the rates. */
    void screen(RateRange range, long[] sets, boolean[] unsettled) {
        for (int row = 0; row < sets.length; row += Chunk.ROWS) {
            int size = Math.min(Chunk.ROWS, sets.length - row);
            for (int i = 0; i < offers.length; i++) {
                reduce(range, offers[i], row, size, low[i], high[i]);
            }
            rank(size);
            choose(row, size, sets, unsettled);
        }
    }

    private void reduce(
            RateRange range, int offer, int row, int size, double[] low, double[] high) {
        float[] value = columns.value()[offer];
        float[] cost = columns.cost()[offer];
        double alpha = range.middle().alpha()[offer][0];
        double beta = range.middle().beta()[offer][0];
        double gamma = range.middle().gamma()[offer][0];
        double alphaReach = range.reach().alpha()[offer][0];
        double betaReach = range.reach().beta()[offer][0];
        double gammaReach = range.reach().gamma()[offer][0];
        for (int i = 0; i < size; i++) {
            double worth = Columns.micros(value[row + i]);
            double costs = Columns.micros(cost[row + i]);
            low[i] = alpha * worth - beta * costs - gamma;
            high[i] = alphaReach * Math.abs(worth) + betaReach * costs + gammaReach;
        }
        for (int measure = 0; measure < columns.measures().length; measure++) {
            float[] amount = columns.measures()[measure][offer];
            double delta = range.middle().delta()[measure][offer][0];
            double deltaReach = range.reach().delta()[measure][offer][0];
            for (int i = 0; i < size; i++) {
                double micros = Columns.micros(amount[row + i]);
                low[i] -= delta * micros;
                high[i] += deltaReach * Math.abs(micros);
            }
        }
        for (int i = 0; i < size; i++) {
            double middle = low[i];
            double reach = Screen.margin(middle, high[i]);
            low[i] = middle - reach;
            high[i] = middle + reach;
        }
    }

    /** Keeps the best lows that are worth anything, in order. */
    private void rank(int size) {
        for (double[] rank : best) {
            Arrays.fill(rank, 0, size, Double.MIN_VALUE);
        }
        for (double[] lows : low) {
            System.arraycopy(lows, 0, next, 0, size);
            for (double[] rank : best) {
                for (int i = 0; i < size; i++) {
                    double better = Math.max(rank[i], next[i]);
                    next[i] = Math.min(rank[i], next[i]);
                    rank[i] = better;
                }
            }
        }
    }

    private void choose(int row, int size, long[] sets, boolean[] unsettled) {
        double[] bar = best[best.length - 1];
        for (int i = 0; i < size; i++) {
            long may = 0;
            long must = 0;
            for (int offer = 0; offer < offers.length; offer++) {
                may |= ifNegative(bar[i] - high[offer][i]) << offers[offer];
                must |= (1 - ifNegative(low[offer][i] - bar[i])) << offers[offer];
            }
            sets[row + i] = may;
            unsettled[row + i] = may != must || Long.bitCount(may) > best.length;
        }
    }

    private static long ifNegative(double number) {
        return Double.doubleToRawLongBits(number) >>> Long.SIZE - 1;
    }
}
