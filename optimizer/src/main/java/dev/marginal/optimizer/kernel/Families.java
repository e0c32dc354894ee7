package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The personal limits of every customer: one family for all where no limit asks who a customer is,
 * else one for each way in which customers differ, numbered whatever their order.
 *
 * <p>Families are no cells: a pass charges prices by cell and chooses by family, and the two never
 * multiply.
 */
public final class Families {
    private final PersonalLimits[] families;
    private final char[] of;
    private final long some;
    private final long all;
    private final boolean atMostOne;
    private final boolean isFree;
    private final boolean isLaminar;

    private Families(List<PersonalLimits> families, char[] of) {
        this.families = families.toArray(PersonalLimits[]::new);
        this.of = families.size() == 1 ? new char[0] : of;
        this.some = families.stream().mapToLong(PersonalLimits::allowed).reduce(0, (a, b) -> a | b);
        this.all = families.stream().mapToLong(PersonalLimits::allowed).reduce(-1, (a, b) -> a & b);
        this.atMostOne = each(PersonalLimits::atMostOne);
        this.isFree = each(PersonalLimits::isFree);
        this.isLaminar = each(PersonalLimits::laminar);
    }

    /**
     * The families of a book's customers.
     *
     * @throws IllegalArgumentException as of {@link Cells}
     */
    static Families of(OfferBook book, List<Limit.Personal> limits) {
        Cells cells = Cells.of(book, limits.stream().map(Limit.Personal::where));
        return of(cells, limits, book.offers().size());
    }

    /**
     * The families of some of a campaign's customers, numbered as those of all.
     *
     * @param kinds as of {@link Instance#among}
     */
    static Families of(OfferBook some, List<Segmentation> kinds, List<Limit.Personal> limits) {
        Cells cells = Cells.of(some, kinds, limits.stream().map(Limit.Personal::where));
        return of(cells, limits, some.offers().size());
    }

    private static Families of(Cells cells, List<Limit.Personal> limits, int offers) {
        Map<PersonalLimits, Integer> numbers = new HashMap<>();
        List<PersonalLimits> families = new ArrayList<>();
        char[] familyOf = new char[cells.count()];
        for (int cell = 0; cell < familyOf.length; cell++) {
            int one = cell;
            List<Limit.Personal> own =
                    limits.stream().filter(limit -> cells.isIn(one, limit.where())).toList();
            PersonalLimits family = PersonalLimits.of(own, offers);
            Integer known = numbers.putIfAbsent(family, families.size());
            familyOf[cell] = (char) (known == null ? families.size() : known);
            if (known == null) {
                families.add(family);
            }
        }
        char[] of = cells.of();
        for (int customer = 0; customer < of.length; customer++) {
            of[customer] = familyOf[of[customer]];
        }
        return new Families(families, of);
    }

    /** How many different ones. */
    public int count() {
        return families.length;
    }

    /** One of these families for everybody. */
    Families only(int family) {
        return new Families(List.of(families[family]), new char[0]);
    }

    /** The number of each customer's family; empty where all share one. */
    char[] of() {
        return of;
    }

    /** One family. */
    PersonalLimits get(int family) {
        return families[family];
    }

    /** The limits of one row's customer. */
    public PersonalLimits of(Columns columns, int row) {
        return families[columns.family(row)];
    }

    /** Whether any customer may get this offer. */
    public boolean allows(int offer) {
        return (some >>> offer & 1) != 0;
    }

    /** Whether only some of the customers may get this offer. */
    boolean differOn(int offer) {
        return ((some ^ all) >>> offer & 1) != 0;
    }

    /** Whether no customer may get two offers. */
    public boolean atMostOne() {
        return atMostOne;
    }

    /** Whether every customer may get all offers together that they may get at all. */
    public boolean isFree() {
        return isFree;
    }

    /**
     * How many offers every customer may get, where nothing but their number is limited and that
     * for all alike; {@link Long#SIZE} otherwise.
     */
    int mostInAll() {
        return count() == 1 ? families[0].mostInAll() : Long.SIZE;
    }

    /** Whether any two limits on one customer speak of nested or disjoint offers. */
    public boolean laminar() {
        return isLaminar;
    }

    /** Whether something is so in every family. */
    boolean each(Predicate<PersonalLimits> so) {
        return Stream.of(families).allMatch(so);
    }
}
