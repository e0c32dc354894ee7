package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Instance;
import java.util.List;

/**
 * Changes two customers at once: one makes room, another uses it better. Looks at every pair of a
 * small pool and takes each customer's best partner, again and again until nothing earns.
 */
final class Swaps {
    private static final int SETS = 5;
    private static final int MOST_ROUNDS = 3;

    private final Draft draft;
    private final int[] customer;
    private final long[] set;
    private final long[][] growth;
    private final long[] gain;
    private final int rows;

    /** Swaps between these groups' first members. */
    Swaps(Draft draft, List<Twins> pool) {
        this.draft = draft;
        int moves = pool.stream().mapToInt(Swaps::moves).sum();
        this.customer = new int[moves];
        this.set = new long[moves];
        this.gain = new long[moves];
        this.rows = draft.instance().rows();
        this.growth = new long[moves][rows];
        int move = 0;
        for (Twins twins : pool) {
            for (int near = 0; near < moves(twins); near++) {
                customer[move] = twins.customers()[0];
                set[move++] = twins.sets()[near];
            }
        }
    }

    /** Swaps until the draft is worth {@code enough}, in micro-units, or nothing earns. */
    void improve(long enough) {
        boolean changed = true;
        for (int round = 0; round < MOST_ROUNDS && changed && draft.value() < enough; round++) {
            changed = false;
            for (int move = 0; move < customer.length; move++) {
                measure(move);
            }
            for (int move = 0; move < customer.length && draft.value() < enough; move++) {
                changed |= pair(move);
            }
        }
    }

    private static int moves(Twins twins) {
        return Math.min(SETS, twins.sets().length);
    }

    private boolean pair(int first) {
        int partner = -1;
        long most = 0;
        for (int second = 0; second < customer.length; second++) {
            long together = gain[first] + gain[second];
            if (together > most && customer[second] != customer[first] && fit(first, second)) {
                most = together;
                partner = second;
            }
        }
        if (partner < 0) {
            return false;
        }
        make(first);
        make(partner);
        return true;
    }

    private boolean fit(int first, int second) {
        Instance instance = draft.instance();
        for (int row = 0; row < rows; row++) {
            long then = draft.use(row) + growth[first][row] + growth[second][row];
            if (then > instance.most(row) || then < instance.least(row)) {
                return false;
            }
        }
        return true;
    }

    /** Other moves of the same customer start from the new set. */
    private void make(int move) {
        draft.give(customer[move], set[move]);
        for (int other = move; other >= 0 && customer[other] == customer[move]; other--) {
            measure(other);
        }
        for (int other = move + 1;
                other < customer.length && customer[other] == customer[move];
                other++) {
            measure(other);
        }
    }

    private void measure(int move) {
        gain[move] = draft.gain(customer[move], set[move]);
        draft.growth(customer[move], set[move], growth[move]);
    }
}
