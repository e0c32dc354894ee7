package dev.marginal.tables.duckdb;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days: dates, times of which the day counts, or whole numbers. The first cell says which. */
final class DayCells extends TextCells {
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,9})(\\.0+)?");
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4}-\\d\\d-\\d\\d)([ T]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?"
                            + " ?(Z|[+-]\\d\\d(:?\\d\\d)?)?)?");
    private static final String EXPECTED =
            "must be a date such as 2026-11-30, a time such as 2026-11-30 18:05, or a whole number";

    private double[] values;
    private Day first;
    private String lastText = "";
    private Optional<Day> lastRead = Optional.empty();

    /** What a cell says. */
    private record Day(long number, boolean date) {}

    DayCells(Field field, int rows) {
        super(field);
        this.values = new double[rows];
    }

    @Override
    void reserve(int rows) {
        if (rows > values.length) {
            values = Arrays.copyOf(values, grown(values.length, rows));
        }
    }

    @Override
    void addMissing(int row) {
        faults().addMissing(row);
    }

    @Override
    void add(int row, String text) {
        values[row] = number(row, text).orElse(0);
    }

    @Override
    Column column(int rows) {
        return new AmountColumn(
                field().name(), rows == values.length ? values : Arrays.copyOf(values, rows));
    }

    private OptionalLong number(int row, String text) {
        Optional<Day> read = read(text);
        if (read.isEmpty()) {
            faults().add(row, text, EXPECTED, "");
            return OptionalLong.empty();
        }
        if (first == null) {
            first = read.get();
        } else if (first.date() != read.get().date()) {
            String kind = first.date() ? "a date or a time" : "a whole number";
            faults().add(row, text, "must be %s, as the cells above".formatted(kind), "");
        }
        return OptionalLong.of(read.get().number());
    }

    /** Rows are mostly in the order of their days: a cell often says what the last one said. */
    private Optional<Day> read(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastRead = day(text);
        }
        return lastRead;
    }

    private static Optional<Day> day(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return Optional.of(new Day(Long.parseLong(whole.group(1)), false));
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Day(LocalDate.parse(date.group(1)).toEpochDay(), true));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
