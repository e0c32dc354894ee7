package dev.marginal.optimizer.kernel;

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
        return new Counted(
                instance,
                sets,
                fold(
                        instance,
                        sets.length,
                        workers,
                        (sums, row) -> {
                            requireAdmissible(instance, row, sets[row]);
                            sums.add(instance.columns(), sets[row], row, 1);
                        }));
    }

    /**
     * Other sets of the same customers; only those are looked at whose set is another.
     *
     * @throws IllegalStateException if a set is not admissible
     */
    public Counted with(long[] others, Workers workers) {
        Sums more =
                fold(
                        instance,
                        others.length,
                        workers,
                        (sums, row) -> {
                            if (others[row] != sets[row]) {
                                requireAdmissible(instance, row, others[row]);
                                sums.add(instance.columns(), sets[row], row, -1);
                                sums.add(instance.columns(), others[row], row, 1);
                            }
                        });
        more.add(sums);
        return new Counted(instance, others, more);
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
        Sums counted =
                fold(
                        now,
                        sets.length,
                        workers,
                        (own, row) -> own.add(now.columns(), sets[row] & unlike, row, 1));
        if (unlike != -1) {
            counted.add(sums.only(~unlike, now.columns().offers()));
        }
        return new Counted(now, sets, counted);
    }

    private static Sums fold(Instance instance, int rows, Workers workers, Row each) {
        Blocks blocks = Blocks.of(new int[] {rows});
        return workers.fold(
                blocks.count(),
                instance::noSums,
                (sums, block) -> {
                    for (int row = blocks.start(block); row < blocks.end(block); row++) {
                        each.add(sums, row);
                    }
                },
                Sums::add);
    }

    private interface Row {
        void add(Sums sums, int row);
    }

    private static void requireAdmissible(Instance instance, int customer, long set) {
        if (!instance.admits(customer, set)) {
            throw new IllegalStateException(
                    "The search gave customer " + customer + " a set that is not admissible.");
        }
    }
}
