package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * One admissible set for every customer, with what all of them add up to; never changes.
 *
 * @param instance whose customers they are
 * @param sets not to be changed
 * @param sums what they add up to there
 */
public record Counted(Instance instance, long[] sets, Sums sums) {
    /**
     * Adds up everyone's set.
     *
     * @throws IllegalStateException if a set is not admissible
     */
    public static Counted of(Instance instance, long[] sets, Workers workers) {
        Rows all =
                (sums, from, to) -> {
                    for (int row = from; row < to; row++) {
                        requireAdmissible(instance, row, sets[row]);
                        sums.add(instance.columns(), sets[row], row, 1);
                    }
                };
        return new Counted(instance, sets, fold(instance, sets.length, workers, all));
    }

    /**
     * Other sets of the same customers; only those are looked at whose set is another.
     *
     * @throws IllegalStateException if a set is not admissible
     */
    public Counted with(long[] others, Workers workers) {
        Rows changed =
                (sums, from, to) -> {
                    int row = different(others, from, to);
                    while (row < to) {
                        requireAdmissible(instance, row, others[row]);
                        sums.add(instance.columns(), sets[row], row, -1);
                        sums.add(instance.columns(), others[row], row, 1);
                        row = different(others, row + 1, to);
                    }
                };
        Sums more = fold(instance, others.length, workers, changed);
        more.add(sums);
        return new Counted(instance, others, more);
    }

    /** The first row from one on whose set is another; the last one where there is none. */
    private int different(long[] others, int from, int to) {
        int same = Arrays.mismatch(sets, from, to, others, from, to);
        return same < 0 ? to : from + same;
    }

    /**
     * The same sets as another instance of the same customers counts them; only sends are looked at
     * that may be worth, or cost, something else there.
     *
     * @param now admits every set
     */
    public Counted in(Instance now, Workers workers) {
        if (now.chargesLike(instance)) {
            return new Counted(now, sets, sums);
        }
        boolean sameCells = now.columns().cell() == instance.columns().cell();
        long unlike = sameCells ? now.unlike(instance) : -1;
        Rows all =
                (own, from, to) -> {
                    for (int row = from; row < to; row++) {
                        own.add(now.columns(), sets[row] & unlike, row, 1);
                    }
                };
        Sums counted = fold(now, sets.length, workers, all);
        if (unlike != -1) {
            counted.add(sums.only(~unlike, now.columns().offers()));
        }
        return new Counted(now, sets, counted);
    }

    private static Sums fold(Instance instance, int rows, Workers workers, Rows some) {
        Blocks blocks = Blocks.of(new int[] {rows});
        return workers.fold(
                blocks.count(),
                instance::noSums,
                (sums, block) -> some.add(sums, blocks.start(block), blocks.end(block)),
                Sums::add);
    }

    /** Adds up rows from one to another. */
    private interface Rows {
        void add(Sums sums, int from, int to);
    }

    private static void requireAdmissible(Instance instance, int customer, long set) {
        if (!instance.admits(customer, set)) {
            throw new IllegalStateException(
                    "The search gave customer " + customer + " a set that is not admissible.");
        }
    }
}
