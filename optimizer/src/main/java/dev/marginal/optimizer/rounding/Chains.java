package dev.marginal.optimizer.rounding;

import java.util.Arrays;

/**
 * Improves a plan by chains of up to three moves: one that earns but does not fit, one that makes
 * room for it, and one that mends what the second broke.
 *
 * <p>What a plan has lost against the prices is Σ price·slack + Σ regret, so only moves of little
 * regret can help, and only by using slack up. For every move the chain looks, in the broken row
 * that fewest moves mend, at the purest moves that do: those of little regret that leave rows of
 * fewer customers alone ({@link MoveLists}).
 *
 * @see <a href="https://doi.org/10.1016/0166-218X(94)00037-E">Glover (1996), Ejection chains,
 *     reference structures and alternating path methods, Discrete Applied Mathematics 65</a>
 */
final class Chains {
    private static final int SECOND = 25;
    private static final int THIRD = 15;
    private static final int MOST_SWEEPS = 3;
    private static final long MOST_TRIES = 6_000_000;

    private final Draft draft;
    private final Moves moves;
    private final long[] delta;
    private final boolean[] changed;
    private final double[] prices;
    private MoveLists lists;
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
        int rows = draft.instance().rows();
        this.delta = new long[rows];
        this.changed = new boolean[moves.count()];
    }

    /** Improves until the draft is worth {@code enough}, in micro-units, or nothing helps. */
    void improve(long enough) {
        Arrays.fill(changed, true);
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

    private int[] prepare() {
        moves.measure(changed);
        Arrays.fill(changed, false);
        lists = MoveLists.of(moves, prices);
        return lists.byRegret();
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
        return draft.overshoot(broken, delta[broken]) > 0
                ? lists.emptying(broken)
                : lists.filling(broken);
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
