package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A book and its limits as solvers read them: one row for each shared limit, one family for all
 * personal limits.
 *
 * <p>Prices are signed, one per row, in micro-units of value for one send or one micro-unit of
 * cost: zero or more where the ceiling is priced, zero or less where the floor is.
 */
public final class Instance {
    private final OfferBook book;
    private final List<Limit> limits;
    private final List<Limit.Shared> shared;
    private final PersonalLimits personal;
    private final Columns columns;
    private final long[] least;
    private final long[] most;
    private final int[][] rowsOf;

    private Instance(OfferBook book, List<Limit> limits) {
        this.book = book;
        this.limits = List.copyOf(limits);
        this.shared = only(Limit.Shared.class, limits);
        this.personal = PersonalLimits.of(only(Limit.Personal.class, limits), book.offers().size());
        this.columns = Columns.of(book);
        this.least = shared.stream().mapToLong(Limit.Shared::least).toArray();
        this.most = shared.stream().mapToLong(Limit.Shared::most).toArray();
        this.rowsOf = rowsOf(shared, book.offers().size());
        Grain.tighten(this);
    }

    /** The budget first, then the rules' limits in their order. */
    public static Instance of(OfferBook book, Budget budget, Rules rules) {
        Terms terms = new Terms(book.offers());
        Stream<Limit> first =
                budget.atMost().stream()
                        .mapToObj(most -> Limit.spend("budget", terms.offersIn(Scope.ANY), most));
        return of(book, Stream.concat(first, rules.limits(terms)).toList());
    }

    /** These limits and no others. */
    public static Instance of(OfferBook book, List<Limit> limits) {
        return new Instance(book, limits);
    }

    public OfferBook book() {
        return book;
    }

    /** Every limit, shared and personal, in the order given. */
    public List<Limit> limits() {
        return limits;
    }

    /** The rows. */
    public List<Limit.Shared> shared() {
        return shared;
    }

    public PersonalLimits personal() {
        return personal;
    }

    public Columns columns() {
        return columns;
    }

    public int customers() {
        return columns.rows();
    }

    public int rows() {
        return shared.size();
    }

    /**
     * The row's floor, rounded up to what sends can add up to: a whole multiple of the greatest
     * common divisor of all its charges.
     */
    public long least(int row) {
        return least[row];
    }

    /** The row's ceiling, rounded down likewise; {@link Limit.Shared#UNLIMITED} for none. */
    public long most(int row) {
        return most[row];
    }

    public boolean hasCeiling(int row) {
        return most[row] != Limit.Shared.UNLIMITED;
    }

    public boolean hasFloor(int row) {
        return least[row] > 0;
    }

    /** Whether doing nothing may break a limit. */
    public boolean hasFloors() {
        return IntStream.range(0, rows()).anyMatch(this::hasFloor);
    }

    /** The rows that an offer's sends count in. */
    public int[] rowsOf(int offer) {
        return rowsOf[offer];
    }

    /** What one send uses of a row that counts it. */
    public long charge(int row, int offer, int customer) {
        return shared.get(row).charge() == Limit.Charge.SENDS
                ? 1
                : columns.costMicros(offer, customer);
    }

    /** The reduced values' numbers at these prices. */
    public Rates rates(double[] prices) {
        Rates rates = Rates.free(rowsOf.length);
        for (int offer = 0; offer < rowsOf.length; offer++) {
            for (int row : rowsOf[offer]) {
                boolean sends = shared.get(row).charge() == Limit.Charge.SENDS;
                (sends ? rates.gamma() : rates.beta())[offer] += prices[row];
            }
        }
        return rates;
    }

    /** What choices with these sums use of every row. */
    public long[] use(Sums sums) {
        long[] use = new long[rows()];
        for (int offer = 0; offer < rowsOf.length; offer++) {
            for (int row : rowsOf[offer]) {
                boolean sends = shared.get(row).charge() == Limit.Charge.SENDS;
                use[row] += (sends ? sums.sends() : sums.cost())[offer];
            }
        }
        return use;
    }

    void tighten(int row, long grain) {
        least[row] = Math.multiplyExact((least[row] + grain - 1) / grain, grain);
        most[row] = hasCeiling(row) ? most[row] / grain * grain : most[row];
    }

    private static <T> List<T> only(Class<T> kind, List<Limit> limits) {
        return limits.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static int[][] rowsOf(List<Limit.Shared> shared, int offers) {
        List<int[]> rowsOf = new ArrayList<>();
        for (int offer = 0; offer < offers; offer++) {
            int number = offer;
            rowsOf.add(
                    IntStream.range(0, shared.size())
                            .filter(row -> shared.get(row).offers().contains(number))
                            .toArray());
        }
        return rowsOf.toArray(int[][]::new);
    }
}
