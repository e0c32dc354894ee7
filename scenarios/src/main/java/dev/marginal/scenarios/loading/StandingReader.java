package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads an audience as if the columns of its lifecycle stood in it.
 *
 * @param reader of all else
 * @param standing those columns, row-aligned with the audience
 */
record StandingReader(CampaignFile file, TableReader reader, Table standing)
        implements TableReader {
    @Override
    public Table read(Source source, Layout layout) {
        if (!source.equals(file.audience().source())) {
            return reader.read(source, layout);
        }
        Table table = reader.read(source, rest(layout));
        if (table.rows() != standing.rows()) {
            throw new StaleInput(
                    "%s holds other customers than when it was read. Start again to plan for them."
                            .formatted(source.name()));
        }
        List<Column> columns = new ArrayList<>(table.columns());
        layout.fields().stream().filter(this::isOurs).map(this::column).forEach(columns::add);
        return new Table(table.origin(), table.rows(), columns);
    }

    private Layout rest(Layout layout) {
        return new Layout(
                layout.fields().stream().filter(field -> !isOurs(field)).toList(),
                layout.ignored().stream().filter(name -> !standing.names().contains(name)).toList(),
                layout.others(),
                layout.advice(),
                layout.mayBeEmpty());
    }

    private boolean isOurs(Field field) {
        return standing.names().contains(field.name());
    }

    private Column column(Field field) {
        Column column = standing.column(field.name(), Column.class);
        return switch (field.kind()) {
            case CATEGORY -> words(column);
            case NUMBER -> numbers(column);
            case AMOUNT -> amounts(numbers(column));
            default -> throw wrong(field.name(), "must be read as what it is", "");
        };
    }

    /** Values as words: scores are, but what differs with every customer makes no groups. */
    private Column words(Column column) {
        if (column instanceof CategoryColumn) {
            return column;
        }
        float[] values = ((NumberColumn) column).values();
        List<String> words =
                IntStream.range(0, values.length)
                        .filter(row -> !Float.isNaN(values[row]))
                        .mapToObj(row -> word(column.name(), values[row]))
                        .distinct()
                        .sorted()
                        .toList();
        int[] codes =
                IntStream.range(0, values.length)
                        .map(
                                row ->
                                        Float.isNaN(values[row])
                                                ? CategoryColumn.MISSING
                                                : words.indexOf(word(column.name(), values[row])))
                        .toArray();
        return new CategoryColumn(column.name(), codes, words);
    }

    private String word(String name, float value) {
        if (value != Math.rint(value)) {
            throw wrong(
                    name,
                    "is a number of its own for each customer, and no name of a group",
                    "Maybe ask for it in a condition, such as where: \"%s > %s\"."
                            .formatted(name, value));
        }
        return Long.toString((long) value);
    }

    private NumberColumn numbers(Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers;
        }
        throw wrong(column.name(), "holds words where a number is asked for", "");
    }

    private AmountColumn amounts(NumberColumn column) {
        double[] amounts = new double[column.rows()];
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = column.values()[row];
            if (Double.isNaN(amounts[row])) {
                throw wrong(
                        column.name(),
                        "is empty for customers who have bought nothing yet, and an amount must not be",
                        "Maybe take value_of_an_order, which is 0 there.");
            }
        }
        return new AmountColumn(column.name(), amounts);
    }

    private BadInput wrong(String column, String expectation, String advice) {
        return new BadInput(
                new Problem(
                        file.name(),
                        file.lifecycle().orElseThrow().line(),
                        "column of the lifecycle",
                        column,
                        expectation,
                        advice));
    }
}
