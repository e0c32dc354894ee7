package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One treatment against the control as a folder of plain arrays: {@code features.tsv} (a name per
 * line, and the words of a category behind it), {@code features.f32} (column by column; a
 * category's codes), {@code arm.i32}, {@code outcome.f64} and {@code share.f64}, the probability of
 * the treatment. Every row counts once.
 */
record Part(Path folder) {
    private static final String TAB = "\t";

    /** Writes a history of two arms. */
    void write(CampaignHistory history) {
        Requires.require(history.arms() == 2, "arms", history.arms(), "2");
        try {
            Files.createDirectories(folder);
            Files.write(file("features.tsv"), specs(history.customers()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PlainArrays.write(file("features.f32"), values(history.customers()));
        PlainArrays.write(file("arm.i32"), history.arm());
        PlainArrays.write(file("outcome.f64"), history.gmv());
        double[] share = new double[history.rows()];
        Arrays.setAll(
                share,
                row ->
                        history.arm()[row] == 1
                                ? history.propensity()[row]
                                : 1 - history.propensity()[row]);
        PlainArrays.write(file("share.f64"), share);
    }

    /** The history again. */
    CampaignHistory read() {
        int[] arm = PlainArrays.ints(file("arm.i32"));
        double[] share = PlainArrays.doubles(file("share.f64"));
        double[] weight = new double[arm.length];
        Arrays.fill(weight, 1);
        return new CampaignHistory(
                new Customers(arm.length, columns(arm.length)),
                List.of("treatment"),
                arm,
                PlainArrays.doubles(file("outcome.f64")),
                weight,
                IntStream.range(0, arm.length)
                        .mapToDouble(row -> arm[row] == 1 ? share[row] : 1 - share[row])
                        .toArray(),
                IntStream.range(0, arm.length).toArray(),
                folder.getFileName().toString());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private List<Column> columns(int rows) {
        float[] values = PlainArrays.floats(file("features.f32"));
        List<Column> columns = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file("features.tsv"))) {
                int from = columns.size() * rows;
                columns.add(column(line.split(TAB), Arrays.copyOfRange(values, from, from + rows)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    private static Column column(String[] spec, float[] values) {
        if (spec.length == 1) {
            return new NumberColumn(spec[0], values);
        }
        int[] codes = new int[values.length];
        Arrays.setAll(codes, row -> (int) values[row]);
        return new CategoryColumn(spec[0], codes, List.of(spec).subList(1, spec.length));
    }

    private static List<String> specs(Customers customers) {
        return customers.features().stream()
                .map(
                        column ->
                                column instanceof CategoryColumn category
                                        ? column.name() + TAB + String.join(TAB, category.words())
                                        : column.name())
                .toList();
    }

    private static float[] values(Customers customers) {
        float[] values =
                new float[Math.multiplyExact(customers.features().size(), customers.rows())];
        int from = 0;
        for (Column column : customers.features()) {
            for (int row = 0; row < customers.rows(); row++) {
                values[from + row] =
                        column instanceof CategoryColumn category
                                ? category.codes()[row]
                                : ((NumberColumn) column).values()[row];
            }
            from += customers.rows();
        }
        return values;
    }
}
