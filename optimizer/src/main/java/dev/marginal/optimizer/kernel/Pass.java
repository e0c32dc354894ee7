package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One reading of all rows at given rates.
 *
 * <p>Rows are shared out in fixed blocks and every sum is one of whole numbers, so that any number
 * of threads gives the same result.
 */
public final class Pass {
    private final Columns columns;
    private final Families families;
    private final Workers workers;
    private final Sums none;

    public Pass(Instance instance, Columns columns, Workers workers) {
        this.columns = columns;
        this.families = instance.families();
        this.workers = workers;
        this.none = instance.noSums();
    }

    /** What the best choices of all rows add up to. */
    public Sums sums(Rates rates) {
        return sums(rates, new int[] {columns.rows()})[0];
    }

    /**
     * What the best choices add up to in each group of consecutive rows.
     *
     * @param groupEnds first row after each group, ascending, the last one being all rows
     */
    public Sums[] sums(Rates rates, int[] groupEnds) {
        Blocks blocks = Blocks.of(groupEnds);
        return workers.fold(
                blocks.count(),
                () -> none(groupEnds.length),
                (sums, block) ->
                        visit(
                                blocks,
                                block,
                                rates,
                                (chunk, row) -> chunk.addTo(sums[blocks.group(block)])),
                Pass::addAll);
    }

    /**
     * The same for all rows.
     *
     * @param choices where the best set of every row goes
     */
    public Sums sums(Rates rates, long[] choices) {
        Blocks blocks = Blocks.of(new int[] {columns.rows()});
        return workers.fold(
                blocks.count(),
                none::none,
                (sums, block) ->
                        visit(
                                blocks,
                                block,
                                rates,
                                (chunk, row) -> {
                                    keep(chunk, row, choices);
                                    chunk.addTo(sums);
                                }),
                Sums::add);
    }

    /** The same for all rows, counting the curvature on the way. */
    public Sums sums(Rates rates, Curvature curvature) {
        Blocks blocks = Blocks.of(new int[] {columns.rows()});
        Bent all =
                workers.fold(
                        blocks.count(),
                        () -> new Bent(none.none(), curvature.fresh()),
                        (bent, block) -> bend(blocks, block, rates, bent),
                        Bent::add);
        curvature.add(all.curvature);
        return all.sums;
    }

    private void bend(Blocks blocks, int block, Rates rates, Bent bent) {
        Nearest nearest = new Nearest(families);
        double[] regrets = new double[Chunk.ROWS];
        visit(
                blocks,
                block,
                rates,
                (chunk, row) -> {
                    chunk.addTo(bent.sums);
                    nearest.regrets(chunk, regrets);
                    for (int i = 0; i < chunk.size(); i++) {
                        if (bent.curvature.counts(regrets[i])) {
                            nearest.look(chunk, i);
                            bent.curvature.add(
                                    columns,
                                    row + i,
                                    chunk.chosen(i),
                                    nearest.set(),
                                    nearest.regret());
                        }
                    }
                });
    }

    /** The best set of every row. */
    public long[] choices(Rates rates) {
        long[] choices = new long[columns.rows()];
        visitAll(rates, (chunk, row) -> keep(chunk, row, choices));
        return choices;
    }

    /** For every row, how much reduced value the nearest other set loses, in micro-units. */
    public float[] regrets(Rates rates) {
        float[] regrets = new float[columns.rows()];
        visitAll(
                rates,
                (chunk, row) -> {
                    double[] each = new double[Chunk.ROWS];
                    new Nearest(families).regrets(chunk, each);
                    for (int i = 0; i < chunk.size(); i++) {
                        regrets[row + i] = (float) each[i];
                    }
                });
        return regrets;
    }

    /**
     * The best set of every row, and which rows may choose another one while prices move a little;
     * all others keep theirs.
     *
     * @param reach how far the rates can move
     */
    public Screened screened(Rates rates, Rates reach) {
        long[] choices = new long[columns.rows()];
        boolean[] unsettled = new boolean[columns.rows()];
        Sums[] sums = new Sums[1];
        Blocks blocks = Blocks.of(new int[] {columns.rows()});
        sums[0] =
                workers.fold(
                        blocks.count(),
                        none::none,
                        (settled, block) -> {
                            Screen screen = new Screen(columns.offers(), families);
                            visit(
                                    blocks,
                                    block,
                                    rates,
                                    (chunk, row) -> {
                                        keep(chunk, row, choices);
                                        screen.mark(chunk, reach, unsettled, row);
                                        chunk.addTo(settled, unsettled, row);
                                    });
                        },
                        Sums::add);
        return new Screened(choices, unsettled, sums[0]);
    }

    private static void keep(Chunk chunk, int row, long[] choices) {
        for (int i = 0; i < chunk.size(); i++) {
            choices[row + i] = chunk.chosen(i);
        }
    }

    void visitAll(Rates rates, Visitor visitor) {
        Blocks blocks = Blocks.of(new int[] {columns.rows()});
        workers.forEach(blocks.count(), block -> visit(blocks, block, rates, visitor));
    }

    private void visit(Blocks blocks, int block, Rates rates, Visitor visitor) {
        int end = blocks.end(block);
        Chunk chunk = new Chunk(columns, families);
        for (int row = blocks.start(block); row < end; row += Chunk.ROWS) {
            chunk.choose(rates, row, Math.min(row + Chunk.ROWS, end));
            visitor.visit(chunk, row);
        }
    }

    private Sums[] none(int groups) {
        return IntStream.range(0, groups).mapToObj(group -> none.none()).toArray(Sums[]::new);
    }

    private static void addAll(Sums[] sums, Sums[] others) {
        for (int group = 0; group < sums.length; group++) {
            sums[group].add(others[group]);
        }
    }

    /** Looks at a chunk whose choices are made; {@code row} is its first. */
    interface Visitor {
        void visit(Chunk chunk, int row);
    }

    private record Bent(Sums sums, Curvature curvature) {
        void add(Bent other) {
            sums.add(other.sums);
            curvature.add(other.curvature);
        }
    }

    /**
     * What a screening found.
     *
     * @param choices the best set of every row
     * @param unsettled the rows that may choose another
     * @param settled what the choices of all other rows add up to
     */
    public record Screened(long[] choices, boolean[] unsettled, Sums settled) {
        /** The unsettled rows, ascending. */
        public int[] open() {
            int[] rows = new int[unsettled.length];
            int count = 0;
            for (int row = 0; row < rows.length; row++) {
                if (unsettled[row]) {
                    rows[count++] = row;
                }
            }
            return Arrays.copyOf(rows, count);
        }
    }
}
