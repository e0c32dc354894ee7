package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<Long, Integer> masks = new HashMap<>();
        Map<Long, Integer> numbers = new HashMap<>();
        for (int customer = 0; customer < of.length; customer++) {
            long open = 0;
            for (int offer = 0; offer < book.offers().size(); offer++) {
                open |= book.allows(offer, customer) ? 1L << offer : 0;
            }
            int mask = masks.computeIfAbsent(open, any -> masks.size());
            long both = (long) of[customer] << Integer.SIZE | mask;
            of[customer] = numbers.computeIfAbsent(both, any -> numbers.size());
        }
    }
}
