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
    private static final int SECOND = 60;
    private static final int THIRD = 40;
    private static final int MOST_SWEEPS = 8;
    private static final long MOST_TRIES = 20_000_000;

    private final Draft draft;
    private final Moves moves;
    private final long[] delta;
    private final int[][] emptying;
    private final int[][] filling;
    private final boolean[] changed;
    private long tries;
    private long mostGain;
    private final int[] bestChain = new int[3];

    Chains(Draft draft, Moves moves) {
        this.draft = draft;
        this.moves = moves;
        int rows = draft.instance().rows();
        this.delta = new long[rows];
        this.emptying = new int[rows][];
        this.filling = new int[rows][];
        this.changed = new boolean[moves.count()];
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

    private boolean done(long enough) {
        return draft.value() >= enough || tries > MOST_TRIES;
    }

    /** All moves by regret, and for each row those that empty it and those that fill it. */
    private int[] prepare() {
        Arrays.fill(changed, false);
        moves.measure();
        int[] order =
                IntStream.range(0, moves.count())
                        .filter(move -> !moves.isStay(move))
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(moves::regret)
                                        .thenComparingInt(move -> move))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int row = 0; row < delta.length; row++) {
            int number = row;
            emptying[row] =
                    IntStream.of(order).filter(move -> moves.growth(move, number) < 0).toArray();
            filling[row] =
                    IntStream.of(order).filter(move -> moves.growth(move, number) > 0).toArray();
        }
        return order;
    }

    private boolean start(int first) {
        mostGain = 0;
        bestChain[0] = -1;
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
                third(first, second, still, gain);
            }
            add(second, -1);
        }
    }

    private void third(int first, int second, int broken, long gain) {
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
