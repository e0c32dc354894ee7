package dev.marginal.optimizer.core;

import java.util.Arrays;

/**
 * The few nearest of the sets that are found, each visited once, always the nearest that was not
 * yet. A set's regret is the same whichever way it is found, so that one that there is no room for
 * is never wanted later.
 */
final class NearestSets {
    private final long[] sets;
    private final double[] regrets;
    private int count = 1;
    private int visited = -1;

    /** One set without regret, and room for {@code most} in all. */
    NearestSets(long first, int most) {
        this.sets = new long[most];
        this.regrets = new double[most];
        sets[0] = first;
    }

    /** Goes on to the next set, if there is one. */
    boolean next() {
        visited++;
        return visited < count;
    }

    /** The set that is visited. */
    long set() {
        return sets[visited];
    }

    /** Its regret. */
    double regret() {
        return regrets[visited];
    }

    /** Adds a set that was found from the one that is visited, unless it is known already. */
    void add(long set, double regret) {
        for (int known = 0; known < count; known++) {
            if (sets[known] == set) {
                return;
            }
        }
        int place = count;
        while (place > visited + 1 && isNearer(set, regret, place - 1)) {
            place--;
        }
        if (place == sets.length) {
            return;
        }
        int moved = Math.min(count, sets.length - 1) - place;
        System.arraycopy(sets, place, sets, place + 1, moved);
        System.arraycopy(regrets, place, regrets, place + 1, moved);
        sets[place] = set;
        regrets[place] = regret;
        count = Math.min(count + 1, sets.length);
    }

    private boolean isNearer(long set, double regret, int than) {
        return regret < regrets[than] || regret == regrets[than] && set < sets[than];
    }

    /** All of them, in the order of their visits. */
    long[] all() {
        return Arrays.copyOf(sets, count);
    }
}
