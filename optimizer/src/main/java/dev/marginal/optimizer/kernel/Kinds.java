package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Customers are of one kind whom no limit tells apart: all limits speak of both or of neither. */
public final class Kinds {
    private Kinds() {}

    /**
     * The first customer of every kind that occurs, ascending.
     *
     * @throws IllegalArgumentException if the book lacks a column or value that a limit speaks of
     */
    public static int[] firsts(OfferBook book, List<Limit> limits) {
        if (book.customers() == 0) {
            return new int[0];
        }
        char[] shared = Cells.of(book, Instance.mentioned(limits)).of();
        char[] personal =
                Cells.of(
                                book,
                                Instance.only(Limit.Personal.class, limits).stream()
                                        .flatMap(Limit::segments))
                        .of();
        Set<Integer> known = new HashSet<>();
        return IntStream.range(0, book.customers())
                .filter(
                        customer ->
                                known.add(shared[customer] << Character.SIZE | personal[customer]))
                .toArray();
    }
}
