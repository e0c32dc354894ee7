package dev.marginal.value.log;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.value.Histories;
import java.time.LocalDate;
import java.util.List;

/**
 * Purchases as they happened: who, on which day, for how much.
 *
 * <p>Sums are of whole millionths of a currency unit, so that they are exact and the same for any
 * number of threads and any order of rows.
 */
public final class TransactionLog {
    private static final double MOST_DAYS = 1_000_000;
    private static final double MOST_AMOUNT = 1e9;

    private final Table rows;
    private final LogSettings settings;
    private final CustomerRows customers;
    private final LogTally tally;

    /**
     * A log of rows that are in memory already, as the settings name their columns.
     *
     * @throws BadInput if the days cannot be days
     */
    public TransactionLog(Table rows, LogSettings settings) {
        requireDates(rows, settings.time());
        this.rows = rows;
        this.settings = settings;
        this.customers = CustomerRows.of(rows, settings);
        this.tally = new Tallying(rows, customers, settings).tally();
    }

    /**
     * Reads a log.
     *
     * @throws BadInput with every row that cannot be used: an amount or a day that is none, or what
     *     the settings refuse
     */
    public static TransactionLog read(Source source, LogSettings settings, TableReader reader) {
        double least = settings.refunds() == LogSettings.Refunds.REFUSED ? 0 : -MOST_AMOUNT;
        Field customer =
                settings.nameless() == LogSettings.Nameless.REFUSED
                        ? Field.id(settings.customer())
                        : Field.text(settings.customer());
        List<Field> fields =
                List.of(
                        customer,
                        Field.day(settings.time()),
                        Field.amount(settings.amount(), least, MOST_AMOUNT));
        Table table =
                reader.read(
                        source,
                        new Layout(fields, List.of(), Layout.Others.PASSED_OVER, "", false));
        return new TransactionLog(table, settings);
    }

    /** What the log held, and what of it is not used. */
    public LogTally tally() {
        return tally;
    }

    /** The first day of all rows. */
    public LocalDate firstDay() {
        return LocalDate.parse(tally.firstDay());
    }

    /** The last day of all rows. */
    public LocalDate lastDay() {
        return LocalDate.parse(tally.lastDay());
    }

    public LogSettings settings() {
        return settings;
    }

    /** The rows that were read, for a fingerprint. */
    public Table rows() {
        return rows;
    }

    /**
     * What is known of every customer on a day.
     *
     * @param until the last day that is looked at; whoever bought nothing until then is no row
     * @throws BadInput if nobody bought anything until then
     */
    public Histories histories(LocalDate until, Execution execution) {
        return split(until, until, execution).calibration();
    }

    /**
     * What was known of customers on the eve of a day of their own.
     *
     * @param asked as the log calls them; one may be asked for on many days
     * @param days {@code [asked]}: since 1970
     */
    public Eves eves(IdColumn asked, int[] days, Execution execution) {
        return new Summing(rows, customers, settings).eves(asked, days, execution);
    }

    /**
     * The log before and after a day.
     *
     * @param until the last day of the calibration
     * @param end the last day of the holdout
     * @throws BadInput if nobody bought anything until then
     */
    public Split split(LocalDate until, LocalDate end, Execution execution) {
        Split split = new Summing(rows, customers, settings).split(until, end, execution);
        if (split.calibration().rows() == 0) {
            throw new BadInput(
                    Problem.of(
                            rows.origin(),
                            "has no purchase until " + until,
                            "It begins on %s.".formatted(tally.firstDay())));
        }
        return split;
    }

    /**
     * Repeat purchases of everyone who had bought by a day, added up by day.
     *
     * @param until by when a customer must have bought to be counted
     * @param end the last day that is counted
     */
    public DailyRepeats dailyRepeats(LocalDate until, LocalDate end) {
        return new Summing(rows, customers, settings).dailyRepeats(firstDay(), until, end);
    }

    /** {@code 19970101} would pass for the whole number of a day 54,000 years away. */
    private static void requireDates(Table table, String time) {
        for (double day : table.column(time, AmountColumn.class).values()) {
            if (Math.abs(day) > MOST_DAYS) {
                throw new BadInput(
                        new Problem(
                                table.origin(),
                                0,
                                time,
                                "%.0f".formatted(day),
                                "must be days since 1970, or dates such as 2026-11-30",
                                "Maybe the hyphens are missing: read the file by a query, with"
                                        + " strptime(%s, '%%Y%%m%%d').".formatted(time)));
            }
        }
    }
}
