package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * A book and its limits as solvers read them: one row for each shared limit, a family of personal
 * limits for every customer.
 *
 * <p>Prices are signed, one per row, in micro-units of value for one unit of the row: zero or more
 * where the ceiling is priced, zero or less where the floor is.
 */
public final class Instance {
    private final OfferBook book;
    private final List<Limit> limits;
    private final List<Limit.Shared> shared;
    private final Families families;
    private final Cells cells;
    private final Columns columns;
    private final RowTable table;
    private final long[] least;
    private final long[] most;

    private Instance(OfferBook book, List<Limit> limits, Families families, Cells cells) {
        this.book = book;
        this.limits = List.copyOf(limits);
        this.shared = only(Limit.Shared.class, limits);
        this.families = families;
        this.cells = cells;
        this.columns = Columns.of(book, cells, families);
        this.table = RowTable.of(book, shared, cells);
        Sides sides = Sides.of(book, shared);
        this.least = sides.least();
        this.most = sides.most();
    }

    private Instance(Instance of, Columns columns) {
        this.book = of.book;
        this.limits = of.limits;
        this.shared = of.shared;
        this.families = of.families;
        this.cells = of.cells;
        this.columns = columns;
        this.table = of.table;
        this.least = of.least;
        this.most = of.most;
    }

    /**
     * The budget first, then the rules' limits in their order.
     *
     * @throws IllegalArgumentException if the budget has a confidence, which is not linear
     */
    public static Instance of(OfferBook book, Budget budget, Rules rules) {
        return of(book, limits(Terms.of(book), budget, rules));
    }

    /**
     * The budget first, then the rules' limits in their order.
     *
     * @throws IllegalArgumentException if the budget has a confidence, which is not linear
     */
    public static List<Limit> limits(Terms terms, Budget budget, Rules rules) {
        Requires.require(
                budget.confidence().isEmpty(),
                "budget confidence",
                budget.confidence(),
                "left to a ChanceAllocator, such as Allocators.standard");
        Stream<Limit> first =
                budget.atMost().stream()
                        .mapToObj(most -> Limit.spend("budget", terms.offersIn(Scope.ANY), most));
        return Stream.concat(first, rules.limits(terms)).toList();
    }

    /**
     * These limits and no others.
     *
     * @throws IllegalArgumentException if a limit speaks of what the book does not have
     */
    public static Instance of(OfferBook book, List<Limit> limits) {
        return new Instance(
                book,
                limits,
                Families.of(book, only(Limit.Personal.class, limits)),
                Cells.of(book, mentioned(limits)));
    }

    /**
     * Some of a campaign's customers, whose cells and families have the numbers that they have
     * among all of them.
     *
     * @param some whose {@linkplain OfferBook#among extents} are everyone's
     * @param kinds the columns that limits speak of, with all names that occur in the campaign, for
     *     one customer of every {@linkplain Kinds kind}
     */
    public static Instance among(OfferBook some, List<Limit> limits, List<Segmentation> kinds) {
        return new Instance(
                some,
                limits,
                Families.of(some, kinds, only(Limit.Personal.class, limits)),
                Cells.of(some, kinds, mentioned(limits)));
    }

    /** The same limits over other rows of the campaign. */
    public Instance over(Columns rows) {
        return new Instance(this, rows);
    }

    /**
     * The same customers under other limits, and maybe other values, costs and columns: what is
     * sorted already is not sorted again.
     *
     * @param other has the same customers, in the same segments of the columns that both know
     */
    public Instance with(OfferBook other, Budget budget, Rules rules) {
        List<Limit> asked = limits(Terms.of(other), budget, rules);
        List<Limit.Personal> personal = only(Limit.Personal.class, asked);
        List<Segment> segments = mentioned(asked).toList();
        return new Instance(
                other,
                asked,
                personal.equals(only(Limit.Personal.class, limits))
                        ? families
                        : Families.of(other, personal),
                cells.tellApart(segments)
                        ? cells
                        : Cells.of(other, Stream.concat(mentioned(limits), segments.stream())));
    }

    static Stream<Segment> mentioned(List<Limit> limits) {
        return only(Limit.Shared.class, limits).stream().flatMap(Limit::segments);
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

    /** The personal limits of all customers. */
    public Families families() {
        return families;
    }

    /** The personal limits of one customer. */
    public PersonalLimits personal(int customer) {
        return families.of(columns, customer);
    }

    /** Whether one customer may get a set of offers, as far as they alone are concerned. */
    public boolean admits(int customer, long set) {
        boolean allowed = personal(customer).admits(set);
        for (long left = set; left != 0 && allowed; left &= left - 1) {
            allowed = columns.allows(Long.numberOfTrailingZeros(left), customer);
        }
        return allowed;
    }

    /** Whether each customer may get their set. */
    public boolean admits(long[] sets) {
        for (int customer = 0; customer < sets.length; customer++) {
            if (sets[customer] != 0 && !admits(customer, sets[customer])) {
                return false;
            }
        }
        return true;
    }

    public Columns columns() {
        return columns;
    }

    public int customers() {
        return columns.rows();
    }

    /** How many customers the campaign has, of which these rows may be only some. */
    public int everyone() {
        return book.everyone();
    }

    /** Whether the rows are everyone's. */
    public boolean holdsEveryone() {
        return customers() == everyone();
    }

    public int rows() {
        return shared.size();
    }

    /** How many kinds of customers the shared limits tell apart. */
    public int cells() {
        return cells.count();
    }

    /**
     * The row's floor, rounded up to what sends can add up to; {@link Limit.Shared#NO_FLOOR} where
     * there is none or no choices could be below it.
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
        return least[row] != Limit.Shared.NO_FLOOR;
    }

    /** The side that a price of this sign is paid for. */
    public long side(int row, double price) {
        return price > 0 ? most[row] : least[row];
    }

    /** Whether doing nothing breaks a limit. */
    public boolean hasFloors() {
        return IntStream.range(0, rows()).anyMatch(row -> least[row] > 0 || most[row] < 0);
    }

    /** Whether the segment's customers include this one. */
    public boolean isIn(int customer, Segment segment) {
        return cells.isIn(columns.cell()[customer], segment);
    }

    /** Whether a row forbids every send that uses any of it. */
    public boolean isShut(int row) {
        return most[row] == 0 && !hasFloor(row) && shared.get(row).neverNegative();
    }

    /** The most value that any send earns for one unit of a row that no send makes room in. */
    public double mostPerUnit(int row) {
        double most = 0;
        for (int offer = 0; offer < columns.offers(); offer++) {
            if (!shared.get(row).offers().contains(offer) || !families.allows(offer)) {
                continue;
            }
            for (int customer = 0; customer < customers(); customer++) {
                long charge =
                        columns.value()[offer][customer] > 0 ? charge(row, offer, customer) : 0;
                if (charge > 0) {
                    most = Math.max(most, (double) columns.valueMicros(offer, customer) / charge);
                }
            }
        }
        return most * (1 + 1e-9);
    }

    /** What every plan's value is a multiple of, in micro-units. */
    public long valueGrain() {
        long grain = 0;
        for (int offer = 0; offer < columns.offers(); offer++) {
            grain = ArithmeticUtils.gcd(grain, book.valueExtent(offer).grain());
        }
        return Math.max(1, grain);
    }

    /** The rows that a send counts in, ascending. */
    public int[] rowsOf(int customer, int offer) {
        return table.rows(columns.cell()[customer], offer);
    }

    int[] rowsIn(int cell, int offer) {
        return table.rows(cell, offer);
    }

    /** What one send uses of a row, in the row's units; 0 where it does not count. */
    public long charge(int row, int offer, int customer) {
        int[] rows = rowsOf(customer, offer);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == row) {
                return table.charge(i, offer, customer, columns);
            }
        }
        return 0;
    }

    /** Adds what one send uses of every row, {@code times} over. */
    public void addUse(int customer, int offer, long times, long[] use) {
        addUse(customer, offer, times, use, columns);
    }

    /** The same for a row of some of the customers' columns. */
    public void addUse(int at, int offer, long times, long[] use, Columns of) {
        int[] rows = table.rows(of.cell()[at], offer);
        for (int i = 0; i < rows.length; i++) {
            use[rows[i]] += times * table.charge(i, offer, at, of);
        }
    }

    /** The reduced values' numbers at these prices. */
    public Rates rates(double[] prices) {
        return Rates.at(prices, table, columns.offers(), cells.count());
    }

    /** Whether customers may get the same sets, in the same cells, at the same values and costs. */
    public boolean chargesLike(Instance other) {
        return cells == other.cells
                && families == other.families
                && Arrays.equals(book.value(), other.book.value())
                && Arrays.equals(book.cost(), other.book.cost())
                && book.measures().equals(other.book.measures());
    }

    /** The offers that may be worth, or cost, something else than in another book, as bits. */
    long unlike(Instance other) {
        return book.measures().equals(other.book.measures()) ? book.unlike(other.book) : -1;
    }

    /** Whether the same sends are allowed, to each customer as many. */
    public boolean allowsLike(Instance other) {
        return families == other.families && Arrays.equals(book.value(), other.book.value());
    }

    /** How far they can move while each price moves at most this far. */
    public Rates reach(double[] radius) {
        return Rates.reach(radius, table, columns.offers(), cells.count());
    }

    /** No choices yet. */
    public Sums noSums() {
        return Sums.none(columns.offers() * cells.count(), book.measures().size());
    }

    /** What choices with these sums use of every row. */
    public long[] use(Sums sums) {
        return table.use(sums, rows());
    }

    /** What a send uses of every row it counts in, on average over choices with these sums. */
    public double[] typicalUse(Sums sums) {
        double[] use = table.typicalUse(sums, rows());
        for (int row = 0; row < use.length; row++) {
            double fallback = shared.get(row).countsSends() ? 1 : OfferBook.MICROS;
            use[row] = use[row] > 0 ? use[row] : fallback;
        }
        return use;
    }

    static <T> List<T> only(Class<T> kind, List<Limit> limits) {
        return limits.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
