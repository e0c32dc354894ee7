package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Customers sorted by the prices that they pay, the personal limits that they are under, and the
 * offers that are open to them.
 *
 * @param of the cell of each customer, numbered from 0 as they appear
 * @param first the first customer of each cell
 */
record PricedCells(int[] of, List<Integer> first) {
    /** The cells of a plan's customers. */
    static PricedCells of(OfferBook book, Policy policy) {
        int[] of = policy.kinds(book);
        refine(of, book);
        List<Integer> firsts = new ArrayList<>();
        for (int customer = 0; customer < of.length; customer++) {
            if (of[customer] == firsts.size()) {
                firsts.add(customer);
            }
        }
        return new PricedCells(of, firsts);
    }

    /** Splits the cells by what is open; numbers stay in order of appearance. */
    private static void refine(int[] of, OfferBook book) {
        long[] open = open(book);
        int kinds = 1 + IntStream.of(of).max().orElse(0);
        Map<Long, int[]> numbers = new HashMap<>();
        int[] ofMask = {};
        long mask = -1;
        int count = 0;
        for (int customer = 0; customer < of.length; customer++) {
            if (open[customer] != mask || ofMask.length == 0) {
                mask = open[customer];
                ofMask = numbers.computeIfAbsent(mask, any -> new int[kinds]);
            }
            if (ofMask[of[customer]] == 0) {
                ofMask[of[customer]] = ++count;
            }
            of[customer] = ofMask[of[customer]] - 1;
        }
    }

    /** {@code [customer]}: bits of the offers that are open. */
    private static long[] open(OfferBook book) {
        long[] open = new long[book.customers()];
        for (int offer = 0; offer < book.offers().size(); offer++) {
            float[] value = book.value()[offer];
            long bit = 1L << offer;
            for (int customer = 0; customer < open.length; customer++) {
                open[customer] |= Float.isNaN(value[customer]) ? 0 : bit;
            }
        }
        return open;
    }
}
