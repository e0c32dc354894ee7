package dev.marginal.optimizer.rounding;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * In which order chains look at moves.
 *
 * @param byRegret every move, the least regret first
 * @param emptyingByRow for each row those that use less of it, the purest first
 * @param fillingByRow for each row those that use more of it, the purest first
 */
record MoveLists(int[] byRegret, int[][] emptyingByRow, int[][] fillingByRow) {
    static MoveLists of(Moves moves, double[] prices) {
        int[] order =
                sorted(
                        IntStream.range(0, moves.count())
                                .filter(move -> !moves.isStay(move))
                                .toArray(),
                        moves::regret);
        int[] empty = new int[prices.length];
        int[] fill = new int[prices.length];
        count(moves, order, empty, fill);
        int[][] emptying = new int[prices.length][];
        int[][] filling = new int[prices.length][];
        int[] members = new int[prices.length];
        for (int row = 0; row < prices.length; row++) {
            emptying[row] = new int[empty[row]];
            filling[row] = new int[fill[row]];
            members[row] = empty[row] + fill[row];
        }
        list(moves, order, emptying, filling);
        double[] cost = new double[moves.count()];
        for (int row = 0; row < prices.length; row++) {
            measure(moves, emptying[row], row, members, prices, cost);
            emptying[row] = sorted(emptying[row], move -> cost[move]);
            measure(moves, filling[row], row, members, prices, cost);
            filling[row] = sorted(filling[row], move -> cost[move]);
        }
        return new MoveLists(order, emptying, filling);
    }

    int[] emptying(int row) {
        return emptyingByRow[row];
    }

    int[] filling(int row) {
        return fillingByRow[row];
    }

    private static void count(Moves moves, int[] order, int[] empty, int[] fill) {
        for (int move : order) {
            int[] rows = moves.rows(move);
            for (int i = 0; i < rows.length; i++) {
                (moves.growth(move)[i] < 0 ? empty : fill)[rows[i]]++;
            }
        }
    }

    private static void list(Moves moves, int[] order, int[][] emptying, int[][] filling) {
        int[] empty = new int[emptying.length];
        int[] fill = new int[filling.length];
        for (int move : order) {
            int[] rows = moves.rows(move);
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                if (moves.growth(move)[i] < 0) {
                    emptying[row][empty[row]++] = move;
                } else {
                    filling[row][fill[row]++] = move;
                }
            }
        }
    }

    /** Regret, and what rows of fewer customers than this one are disturbed by. */
    private static void measure(
            Moves moves, int[] some, int row, int[] members, double[] prices, double[] cost) {
        for (int move : some) {
            cost[move] = moves.regret(move);
            int[] rows = moves.rows(move);
            for (int i = 0; i < rows.length; i++) {
                if (members[rows[i]] < members[row]) {
                    cost[move] += Math.abs(prices[rows[i]] * moves.growth(move)[i]);
                }
            }
        }
    }

    /** The cheapest first, as far as a float tells; among equals the first. */
    private static int[] sorted(int[] moves, IntToDoubleFunction cost) {
        long[] keys = new long[moves.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits((float) cost.applyAsDouble(moves[i]));
            int rising = bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
            keys[i] = (long) rising << Integer.SIZE | moves[i];
        }
        Arrays.sort(keys);
        return LongStream.of(keys).mapToInt(key -> (int) key).toArray();
    }
}
