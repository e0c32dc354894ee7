package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers sorted by the prices that they pay and the personal limits that they are under.
 *
 * @param of the cell of each customer, numbered from 0 as they appear
 * @param first the first customer of each cell
 */
record PricedCells(int[] of, List<Integer> first) {
    /** The cells of a plan's customers. */
    static PricedCells of(OfferBook book, Policy policy) {
        int[] of = policy.kinds(book);
        List<Integer> firsts = new ArrayList<>();
        for (int customer = 0; customer < of.length; customer++) {
            if (of[customer] == firsts.size()) {
                firsts.add(customer);
            }
        }
        return new PricedCells(of, firsts);
    }
}
