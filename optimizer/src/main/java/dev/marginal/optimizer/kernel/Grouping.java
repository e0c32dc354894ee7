package dev.marginal.optimizer.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups rows that are equal in every column.
 *
 * @param groups each ascending, in the order of their first rows
 */
public record Grouping(List<int[]> groups) {
    /** The groups of these rows, which ascend. */
    public static Grouping of(Columns columns, int[] rows) {
        int slots = Integer.highestOneBit(Math.max(8, rows.length)) * 4;
        int[] groupAt = new int[slots];
        Arrays.fill(groupAt, -1);
        List<Group> groups = new ArrayList<>();
        for (int row : rows) {
            int slot = (int) (hash(columns, row) & slots - 1);
            while (groupAt[slot] >= 0 && !same(columns, groups.get(groupAt[slot]).rows[0], row)) {
                slot = slot + 1 & slots - 1;
            }
            if (groupAt[slot] < 0) {
                groupAt[slot] = groups.size();
                groups.add(new Group());
            }
            groups.get(groupAt[slot]).add(row);
        }
        return new Grouping(groups.stream().map(Group::all).toList());
    }

    /** Every row of {@code columns} a group of its own. */
    public static Grouping apart(Columns columns) {
        return new Grouping(
                IntStream.range(0, columns.rows()).mapToObj(row -> new int[] {row}).toList());
    }

    private static long hash(Columns columns, int row) {
        long hash = 1 + columns.cell()[row] + 31L * columns.family(row);
        for (int offer = 0; offer < columns.offers(); offer++) {
            hash = 31 * hash + Float.floatToIntBits(columns.value()[offer][row]);
            hash =
                    (31 * hash + Float.floatToIntBits(columns.cost()[offer][row]))
                            * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private static boolean same(Columns columns, int row, int other) {
        boolean same =
                columns.cell()[row] == columns.cell()[other]
                        && columns.family(row) == columns.family(other);
        for (int offer = 0; same && offer < columns.offers(); offer++) {
            same =
                    same(columns.value()[offer], row, other)
                            && same(columns.cost()[offer], row, other);
            for (float[][] measure : columns.measures()) {
                same &= same(measure[offer], row, other);
            }
        }
        return same;
    }

    private static boolean same(float[] column, int row, int other) {
        return Float.floatToIntBits(column[row]) == Float.floatToIntBits(column[other]);
    }

    private static final class Group {
        private int[] rows = new int[1];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }

        int[] all() {
            return Arrays.copyOf(rows, count);
        }
    }
}
