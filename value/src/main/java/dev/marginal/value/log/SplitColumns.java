package dev.marginal.value.log;

import dev.marginal.tables.IdColumn;
import dev.marginal.value.Histories;
import dev.marginal.value.UnitOfTime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The columns of a split in the making, a row for every customer of the log. */
final class SplitColumns {
    private static final double MICROS = 1e6;

    private final IdColumn ids;
    private final int[] frequency;
    private final int[] recency;
    private final int[] age;
    private final double[] mean;
    private final double[] last;
    private final double[] total;
    private final int[] held;
    private final double[] heldSpend;
    private final int[] recent;
    private final double[] recentSpend;

    SplitColumns(IdColumn ids) {
        int rows = ids.rows();
        this.ids = ids;
        this.frequency = new int[rows];
        this.recency = new int[rows];
        this.age = new int[rows];
        this.mean = new double[rows];
        this.last = new double[rows];
        this.total = new double[rows];
        this.held = new int[rows];
        this.heldSpend = new double[rows];
        this.recent = new int[rows];
        this.recentSpend = new double[rows];
    }

    void put(int row, Past past) {
        frequency[row] = past.purchases() - 1;
        recency[row] = past.recency();
        age[row] = past.age();
        mean[row] = frequency[row] > 0 ? past.repeatMicros() / MICROS / frequency[row] : Double.NaN;
        last[row] = past.lastMicros() / MICROS;
        total[row] = past.micros() / MICROS;
        held[row] = past.held();
        heldSpend[row] = past.heldMicros() / MICROS;
        recent[row] = past.recent();
        recentSpend[row] = past.recentMicros() / MICROS;
    }

    /** Without whoever bought nothing until the cut. */
    Split split(LocalDate until, LocalDate end, UnitOfTime unit) {
        int[] known =
                IntStream.range(0, frequency.length).filter(row -> frequency[row] >= 0).toArray();
        return new Split(
                new Histories(
                        known.length == ids.rows() ? ids : ids.select(known),
                        until,
                        unit,
                        select(frequency, known),
                        select(recency, known),
                        select(age, known),
                        select(mean, known),
                        select(last, known),
                        select(total, known)),
                end,
                select(held, known),
                select(heldSpend, known),
                select(recent, known),
                select(recentSpend, known));
    }

    private static int[] select(int[] values, int[] rows) {
        return rows.length == values.length
                ? values
                : IntStream.of(rows).map(row -> values[row]).toArray();
    }

    private static double[] select(double[] values, int[] rows) {
        if (rows.length == values.length) {
            return values;
        }
        double[] selected = new double[rows.length];
        Arrays.setAll(selected, i -> values[rows[i]]);
        return selected;
    }
}
