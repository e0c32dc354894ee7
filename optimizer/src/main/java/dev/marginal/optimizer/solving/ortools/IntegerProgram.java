package dev.marginal.optimizer.solving.ortools;

import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers of an integer program, as both solvers read them. */
final class IntegerProgram {
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long[] hint = {};

    int add(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    void add(Row row) {
        rows.add(row);
    }

    void hint(int column, long value) {
        if (hint.length <= column) {
            hint = Arrays.copyOf(hint, columns.size());
        }
        hint[column] = value;
    }

    void hint(long[] values) {
        hint = values.clone();
    }

    List<Column> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    /** One value per column to look at first; empty for no idea. */
    Optional<long[]> hint() {
        return hint.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(hint, columns.size()));
    }

    /** How many coefficients there are. */
    long size() {
        return rows.stream().mapToLong(row -> row.columns().length).sum();
    }

    /** The objective of these values. */
    long objective(long[] values) {
        long sum = 0;
        for (int column = 0; column < values.length; column++) {
            sum += columns.get(column).objective() * values[column];
        }
        return sum;
    }

    /** Whether these values are within every column and keep every row, in whole numbers. */
    boolean admits(long[] values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] < 0 || values[column] > columns.get(column).most()) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> row.admits(values));
    }

    /** Neither values nor a proof. */
    IntegerAnswer open() {
        return new IntegerAnswer(Proof.OPEN, new long[columns.size()], Long.MAX_VALUE);
    }

    /** No values keep every row. */
    IntegerAnswer none() {
        return new IntegerAnswer(Proof.NONE_EXIST, new long[columns.size()], Long.MAX_VALUE);
    }

    /** A column: {@code 0 ≤ x ≤ most}. */
    record Column(long objective, long most) {}

    /** A row: {@code low ≤ Σ coefficient·x ≤ high}. */
    record Row(long low, long high, int[] columns, long[] coefficients) {
        boolean admits(long[] values) {
            long sum = 0;
            for (int i = 0; i < columns.length; i++) {
                sum += coefficients[i] * values[columns[i]];
            }
            return sum >= low && sum <= high;
        }
    }
}
