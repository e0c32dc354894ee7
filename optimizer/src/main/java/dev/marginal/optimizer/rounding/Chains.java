package dev.marginal.optimizer.rounding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Improves a plan by chains of up to three moves: one that earns but does not fit, one that makes
 * room for it, and one that mends what the second broke.
 *
 * <p>What a plan has lost against the prices is Σ price·slack + Σ regret, so only moves of little
 * regret can help, and only by using slack up. For every move the chain looks, in the most broken
 * row, at the moves of least regret that mend it.
 *
 * @see <a href="https://doi.org/10.1016/0166-218X(94)00037-E">Glover (1996), Ejection chains,
 *     reference structures and alternating path methods, Discrete Applied Mathematics 65</a>
 */
final class Chains {
    private static final int SECOND = 25;
    private static final int THIRD = 15;

    /** About how many rows the further moves of a chain may bring in. */
    private static final double ROWS = 2;

    private static final int MOST_SWEEPS = 3;
    private static final long MOST_TRIES = 6_000_000;

    private final Draft draft;
    private final Moves moves;
    private final long[] delta;
    private final int[][] emptying;
    private final int[][] filling;
    private final boolean[] changed;
    private final double[] prices;
    private final double[] unused;
    private double mostUnused;
    private long tries;
    private long mostGain;
    private final int[] bestChain = new int[3];

    /**
     * Chains of these moves.
     *
     * @param prices signed, one per row
     */
    Chains(Draft draft, Moves moves, double[] prices) {
        this.draft = draft;
        this.moves = moves;
        this.prices = prices;
        this.unused = new double[prices.length];
        int rows = draft.instance().rows();
        this.delta = new long[rows];
        this.emptying = new int[rows][];
        this.filling = new int[rows][];
        this.changed = new boolean[moves.count()];
        Arrays.fill(changed, true);
    }

    /** Improves until the draft is worth {@code enough}, in micro-units, or nothing helps. */
    void improve(long enough) {
        boolean improved = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && improved && !done(enough); sweep++) {
            improved = false;
            int[] order = prepare();
            for (int first : order) {
                if (done(enough)) {
                    return;
                }
                improved |= !changed[first] && start(first);
            }
        }
    }

    /** What is left of every row, at its price: no chain earns more than it finds unused. */
    private void measureUnused() {
        mostUnused = 0;
        for (int row = 0; row < unused.length; row++) {
            double price = prices[row];
            double left = price == 0 ? 0 : draft.instance().side(row, price) - draft.use(row);
            unused[row] = price * left;
            mostUnused = Math.max(mostUnused, unused[row]);
        }
    }

    private double unusedIn(int move) {
        double sum = 0;
        for (int row : moves.rows(move)) {
            sum += unused[row];
        }
        return sum;
    }

    private boolean done(long enough) {
        return draft.value() >= enough || tries > MOST_TRIES;
    }

    /** All moves by regret, and for each row those that empty it and those that fill it. */
    private int[] prepare() {
        moves.measure(changed);
        Arrays.fill(changed, false);
        int[] order = byRegret();
        int[] empty = new int[delta.length];
        int[] fill = new int[delta.length];
        count(order, empty, fill);
        for (int row = 0; row < delta.length; row++) {
            emptying[row] = new int[empty[row]];
            filling[row] = new int[fill[row]];
        }
        list(order, new int[delta.length], new int[delta.length]);
        int[] members = new int[delta.length];
        for (int row = 0; row < delta.length; row++) {
            members[row] = empty[row] + fill[row];
        }
        for (int row = 0; row < delta.length; row++) {
            emptying[row] = purest(emptying[row], row, members);
            filling[row] = purest(filling[row], row, members);
        }
        return order;
    }

    /** A row's moves, first those of little regret that leave rows of fewer customers alone. */
    private int[] purest(int[] some, int row, int[] members) {
        double[] cost = new double[moves.count()];
        for (int move : some) {
            cost[move] = moves.regret(move);
            int[] rows = moves.rows(move);
            for (int i = 0; i < rows.length; i++) {
                if (members[rows[i]] < members[row]) {
                    cost[move] += Math.abs(prices[rows[i]] * moves.growth(move)[i]);
                }
            }
        }
        return IntStream.of(some)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(move -> cost[move])
                                .thenComparingInt(move -> move))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] byRegret() {
        return IntStream.range(0, moves.count())
                .filter(move -> !moves.isStay(move))
                .boxed()
                .sorted(Comparator.comparingDouble(moves::regret).thenComparingInt(move -> move))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void count(int[] order, int[] empty, int[] fill) {
        for (int move : order) {
            int[] rows = moves.rows(move);
            for (int i = 0; i < rows.length; i++) {
                (moves.growth(move)[i] < 0 ? empty : fill)[rows[i]]++;
            }
        }
    }

    private void list(int[] order, int[] empty, int[] fill) {
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

    private boolean start(int first) {
        mostGain = 0;
        bestChain[0] = -1;
        measureUnused();
        add(first, 1);
        int broken = broken(first, -1);
        if (broken < 0) {
            keep(moves.gain(first), first, -1, -1);
        } else {
            second(first, broken);
        }
        add(first, -1);
        if (bestChain[0] < 0) {
            return false;
        }
        for (int move : bestChain) {
            make(move);
        }
        return true;
    }

    private void second(int first, int broken) {
        int seen = 0;
        double found = unusedIn(first) - moves.regret(first);
        for (int second : menders(broken)) {
            if (changed[second] || moves.customer(second) == moves.customer(first)) {
                continue;
            }
            if (++seen > SECOND) {
                return;
            }
            tries++;
            add(second, 1);
            long gain = moves.gain(first) + moves.gain(second);
            int still = broken(first, second);
            if (still < 0) {
                keep(gain, first, second, -1);
            } else {
                double both = found + unusedIn(second) - moves.regret(second);
                third(first, second, still, gain, both);
            }
            add(second, -1);
        }
    }

    private void third(int first, int second, int broken, long gain, double found) {
        int seen = 0;
        for (int third : menders(broken)) {
            boolean taken =
                    changed[third]
                            || moves.customer(third) == moves.customer(first)
                            || moves.customer(third) == moves.customer(second);
            if (taken) {
                continue;
            }
            if (++seen > THIRD) {
                return;
            }
            tries++;
            if (gain + moves.gain(third) <= mostGain) {
                continue;
            }
            add(third, 1);
            if (broken(first, second) < 0 && broken(third, -1) < 0) {
                keep(gain + moves.gain(third), first, second, third);
            }
            add(third, -1);
        }
    }

    private void keep(long gain, int first, int second, int third) {
        if (gain > mostGain) {
            mostGain = gain;
            bestChain[0] = first;
            bestChain[1] = second;
            bestChain[2] = third;
        }
    }

    private int[] menders(int broken) {
        return draft.overshoot(broken, delta[broken]) > 0 ? emptying[broken] : filling[broken];
    }

    private void add(int move, int sign) {
        int[] rows = moves.rows(move);
        long[] growth = moves.growth(move);
        for (int i = 0; i < rows.length; i++) {
            delta[rows[i]] += sign * growth[i];
        }
    }

    /** A row that the moves touch and break, the one with the fewest menders; −1 if none. */
    private int broken(int first, int second) {
        int broken = brokenBy(first, -1);
        return second < 0 ? broken : brokenBy(second, broken);
    }

    private int brokenBy(int move, int known) {
        int broken = known;
        for (int row : moves.rows(move)) {
            boolean fewer = broken < 0 || menders(row).length < menders(broken).length;
            if (draft.overshoot(row, delta[row]) != 0 && fewer) {
                broken = row;
            }
        }
        return broken;
    }

    /** All moves of the customer are out for the rest of the sweep. */
    private void make(int move) {
        if (move >= 0) {
            draft.give(moves.customer(move), moves.set(move));
            for (int other = moves.firstOf(move); other < moves.endOf(move); other++) {
                changed[other] = true;
            }
        }
    }
}
