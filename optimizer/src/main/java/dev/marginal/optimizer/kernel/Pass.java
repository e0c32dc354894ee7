package dev.marginal.optimizer.kernel;

import java.util.stream.IntStream;

/**
 * One reading of all rows at given rates.
 *
 * <p>Rows are shared out in fixed blocks and every sum is one of whole numbers, so that any number
 * of threads gives the same result.
 */
public final class Pass {
    private static final int BLOCK = 1 << 14;

    private final Columns columns;
    private final PersonalLimits personal;
    private final Workers workers;

    public Pass(Columns columns, PersonalLimits personal, Workers workers) {
        this.columns = columns;
        this.personal = personal;
        this.workers = workers;
    }

    /**
     * What the best choices add up to in each group of consecutive rows.
     *
     * @param groupEnds first row after each group, ascending, the last one being all rows
     */
    public Sums[] sums(Rates rates, int[] groupEnds) {
        int[] starts = blockStarts(groupEnds);
        Sums[] parts = new Sums[starts.length];
        workers.forEach(
                starts.length,
                block -> {
                    Sums sums = Sums.none(columns.offers());
                    visit(starts, block, rates, (chunk, row) -> chunk.addTo(sums));
                    parts[block] = sums;
                });
        return perGroup(parts, starts, groupEnds);
    }

    /** The best set of every row. */
    public long[] choices(Rates rates) {
        long[] choices = new long[columns.rows()];
        visitAll(
                rates,
                (chunk, row) -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        choices[row + i] = chunk.chosen(i);
                    }
                });
        return choices;
    }

    /** For every row, how much reduced value the nearest other set loses, in micro-units. */
    public float[] regrets(Rates rates) {
        float[] regrets = new float[columns.rows()];
        visitAll(
                rates,
                (chunk, row) -> {
                    Nearest nearest = new Nearest(personal);
                    for (int i = 0; i < chunk.size(); i++) {
                        regrets[row + i] = nearest.regret(chunk.chosen(i), chunk.reduced(i));
                    }
                });
        return regrets;
    }

    /**
     * Which rows may choose another set somewhere between two rates; all others keep the set that
     * they choose at {@code middle}.
     *
     * <p>A row keeps its set S if S wins even with the offers of S at their worst and all others at
     * their best: no rates in between can then prefer another set, whatever the limits look like.
     */
    public boolean[] unsettled(Rates middle, Rates cheapest, Rates dearest) {
        boolean[] unsettled = new boolean[columns.rows()];
        visitAll(
                middle,
                (chunk, row) ->
                        new Screen(columns.offers(), personal)
                                .mark(chunk, cheapest, dearest, unsettled, row));
        return unsettled;
    }

    private void visitAll(Rates rates, Visitor visitor) {
        int[] starts = blockStarts(new int[] {columns.rows()});
        workers.forEach(starts.length, block -> visit(starts, block, rates, visitor));
    }

    private void visit(int[] starts, int block, Rates rates, Visitor visitor) {
        int end = block + 1 < starts.length ? starts[block + 1] : columns.rows();
        Chunk chunk = new Chunk(columns, personal);
        for (int row = starts[block]; row < end; row += Chunk.ROWS) {
            chunk.choose(rates, row, Math.min(row + Chunk.ROWS, end));
            visitor.visit(chunk, row);
        }
    }

    private static int[] blockStarts(int[] groupEnds) {
        IntStream.Builder starts = IntStream.builder();
        int start = 0;
        for (int end : groupEnds) {
            for (int row = start; row < end; row += BLOCK) {
                starts.add(row);
            }
            start = end;
        }
        return starts.build().toArray();
    }

    private Sums[] perGroup(Sums[] parts, int[] starts, int[] groupEnds) {
        Sums[] groups = new Sums[groupEnds.length];
        int block = 0;
        for (int group = 0; group < groups.length; group++) {
            groups[group] = Sums.none(columns.offers());
            while (block < starts.length && starts[block] < groupEnds[group]) {
                groups[group].add(parts[block++]);
            }
        }
        return groups;
    }

    private interface Visitor {
        void visit(Chunk chunk, int row);
    }
}
