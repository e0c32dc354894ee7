package dev.marginal.optimizer.kernel;

import java.util.stream.IntStream;

/** Rows cut into blocks of a fixed size, none of them across the end of a group. */
record Blocks(int[] starts, int[] groups, int rows) {
    private static final int SIZE = 1 << 12;

    static Blocks of(int[] groupEnds) {
        IntStream.Builder starts = IntStream.builder();
        IntStream.Builder groups = IntStream.builder();
        int start = 0;
        for (int group = 0; group < groupEnds.length; group++) {
            for (int row = start; row < groupEnds[group]; row += SIZE) {
                starts.add(row);
                groups.add(group);
            }
            start = groupEnds[group];
        }
        return new Blocks(starts.build().toArray(), groups.build().toArray(), start);
    }

    int count() {
        return starts.length;
    }

    int start(int block) {
        return starts[block];
    }

    /** A block ends where the next one starts. */
    int end(int block) {
        return block + 1 < starts.length ? starts[block + 1] : rows;
    }

    int group(int block) {
        return groups[block];
    }
}
