package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Policy;
import java.util.stream.IntStream;

/**
 * Kinds of customers sorted by the prices that they pay, the personal limits that they are under,
 * the offers that are open to them, and what an order of theirs is worth later.
 *
 * @param of the cell of each kind, numbered from 0 as they appear
 * @param places a book of one customer of each cell
 * @param band of each cell
 */
record PricedCells(int[] of, OfferBook places, int[] band) {
    /**
     * The cells of a plan's customers.
     *
     * @param members a customer of each kind
     */
    static PricedCells of(Policy policy, OfferBook book, int[] members, FutureBands bands) {
        OfferBook each = gather(book, members);
        int[] of = policy.kinds(each);
        CustomerKinds.refine(of, CustomerKinds.open(each));
        int[] first = CustomerKinds.refine(of, bands.bands(IntStream.of(members)));
        int[] band = IntStream.of(first).map(kind -> bands.band(members[kind])).toArray();
        return new PricedCells(of, gather(each, first), band);
    }

    /** The cells of a band, by number. */
    int[] in(int wanted) {
        return IntStream.range(0, count()).filter(cell -> band[cell] == wanted).toArray();
    }

    /** A book of one customer of each of these cells. */
    OfferBook places(int[] cells) {
        return gather(places, cells);
    }

    /** How many. */
    int count() {
        return places.customers();
    }

    /** What the kinds get, put together: {@code [cell][offer]}. */
    long[][] sums(long[] ofKinds) {
        int offers = places.offers().size();
        long[][] sums = new long[count()][offers];
        for (int i = 0; i < ofKinds.length; i++) {
            sums[of[i / offers]][i % offers] += ofKinds[i];
        }
        return sums;
    }

    /** Some customers of a book. */
    static OfferBook gather(OfferBook book, int[] customers) {
        return new OfferBook(
                book.offers(),
                gather(book.value(), customers),
                gather(book.cost(), customers),
                book.segmentations().stream().map(one -> gather(one, customers)).toList(),
                book.measures().stream()
                        .map(one -> new Measure(one.name(), gather(one.amount(), customers)))
                        .toList());
    }

    private static Segmentation gather(Segmentation all, int[] customers) {
        int[] code = IntStream.of(customers).map(customer -> all.code()[customer]).toArray();
        return new Segmentation(all.column(), all.names(), code);
    }

    private static float[][] gather(float[][] columns, int[] customers) {
        float[][] gathered = new float[columns.length][customers.length];
        for (int column = 0; column < columns.length; column++) {
            for (int i = 0; i < customers.length; i++) {
                gathered[column][i] = columns[column][customers[i]];
            }
        }
        return gathered;
    }
}
