package dev.marginal.value.log;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Requires;
import dev.marginal.tables.RowBlocks;
import dev.marginal.tables.Table;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Sums a log up to one row per customer. */
final class Summing {
    private static final double MICROS = 1e6;

    /** What is done with a day of purchase. */
    private interface DayTaker {
        void add(long day, long micros);
    }

    private final CustomerRows customers;
    private final LogSettings settings;
    private final double[] days;
    private final double[] amounts;

    Summing(Table table, CustomerRows customers, LogSettings settings) {
        this.customers = customers;
        this.settings = settings;
        this.days = table.column(settings.time(), AmountColumn.class).values();
        this.amounts = table.column(settings.amount(), AmountColumn.class).values();
    }

    Split split(LocalDate until, LocalDate end, Execution execution) {
        Requires.require(!end.isBefore(until), "end", end, "no earlier than " + until);
        long cut = until.toEpochDay();
        long stretch = end.toEpochDay() - cut;
        SplitColumns columns = new SplitColumns(customers.ids());
        RowBlocks.each(
                customers.ids().rows(),
                execution,
                (from, to) -> {
                    for (int customer = from; customer < to; customer++) {
                        Past past = new Past(cut, cut - stretch);
                        add(customer, cut + stretch, past::add);
                        columns.put(customer, past);
                    }
                });
        return columns.split(until, end, settings.unit());
    }

    /**
     * What customers did before days of their own.
     *
     * @param days {@code [asked]}: since 1970
     */
    Eves eves(IdColumn asked, int[] days, Execution execution) {
        Requires.require(days.length == asked.rows(), "days", days.length, "one for each customer");
        IdIndex index = new IdIndex(customers.ids());
        SplitColumns columns = new SplitColumns(asked);
        int[] bought = new int[days.length];
        RowBlocks.each(
                days.length,
                execution,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        Past past = new Past(days[row] - 1, days[row] - 1);
                        int customer = index.find(asked, row);
                        if (customer != IdIndex.ABSENT) {
                            add(customer, days[row] - 1, past::add);
                        }
                        columns.put(row, past);
                        bought[row] = past.purchases();
                    }
                });
        LocalDate last = LocalDate.ofEpochDay(IntStream.of(days).max().orElse(1) - 1);
        return new Eves(columns.split(last, last, settings.unit()).calibration(), places(bought));
    }

    /**
     * Repeat purchases by day, of everyone who had bought by {@code until}.
     *
     * @param start no row is of an earlier day
     */
    DailyRepeats dailyRepeats(LocalDate start, LocalDate until, LocalDate end) {
        RepeatCounting counting =
                new RepeatCounting(start.toEpochDay(), until.toEpochDay(), end.toEpochDay());
        for (int customer = 0; customer < customers.ids().rows(); customer++) {
            counting.nextCustomer();
            add(customer, end.toEpochDay(), (day, micros) -> counting.add(day));
        }
        return counting.repeats();
    }

    /** Counts those who bought; the others have no place. */
    private static int[] places(int[] bought) {
        int[] places = new int[bought.length];
        int next = 0;
        for (int row = 0; row < places.length; row++) {
            places[row] = bought[row] > 0 ? next++ : IdIndex.ABSENT;
        }
        return places;
    }

    /** Adds a customer's days until the end. */
    private void add(int customer, long end, DayTaker taker) {
        int[] rows = customers.rows().rows();
        int last = customers.rows().starts()[customer + 1];
        int from = customers.rows().starts()[customer];
        while (from < last && day(rows[from]) <= end) {
            int to = from + 1;
            while (to < last && day(rows[to]) == day(rows[from])) {
                to++;
            }
            addDay(rows, from, to, taker);
            from = to;
        }
    }

    /** Adds the rows of one day; a day that nothing remains of is no purchase. */
    private void addDay(int[] rows, int from, int to, DayTaker taker) {
        boolean netted = settings.refunds() == LogSettings.Refunds.NETTED;
        boolean bought = false;
        boolean refunded = false;
        long sum = 0;
        for (int i = from; i < to; i++) {
            long micros = Math.round(amounts[rows[i]] * MICROS);
            bought |= micros >= 0;
            refunded |= micros < 0;
            sum += micros >= 0 || netted ? micros : 0;
        }
        if (netted && refunded ? sum > 0 : bought) {
            taker.add(day(rows[from]), sum);
        }
    }

    private long day(int row) {
        return (long) days[row];
    }
}
