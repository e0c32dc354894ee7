package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.kernel.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Customers sorted by all that rules ask of them and by the offers that are open to them, whatever
 * prices a plan has. Worth keeping where many plans are forecast for the same customers.
 *
 * @param of the kind of each customer, numbered from 0 as they appear
 * @param first the first customer of each kind
 */
public record CustomerKinds(int[] of, int[] first) {
    /** The kinds of a book's customers under rules, at any budget. */
    public static CustomerKinds of(OfferBook book, Rules rules) {
        return of(book, Policy.kinds(book, rules));
    }

    /** The kinds of a book's customers at one plan's prices. */
    static CustomerKinds of(OfferBook book, Policy policy) {
        return of(book, policy.kinds(book));
    }

    private static CustomerKinds of(OfferBook book, int[] kinds) {
        int[] first = refine(kinds, open(book));
        return new CustomerKinds(kinds, first);
    }

    /** Splits kinds by what is open, in order of appearance; the first of each new kind. */
    static int[] refine(int[] of, long[] open) {
        int kinds = 1 + IntStream.of(of).max().orElse(0);
        Map<Long, int[]> numbers = new HashMap<>();
        List<Integer> first = new ArrayList<>();
        int[] ofMask = {};
        long mask = 0;
        for (int customer = 0; customer < of.length; customer++) {
            if (open[customer] != mask || ofMask.length == 0) {
                mask = open[customer];
                ofMask = numbers.computeIfAbsent(mask, any -> new int[kinds]);
            }
            if (ofMask[of[customer]] == 0) {
                first.add(customer);
                ofMask[of[customer]] = first.size();
            }
            of[customer] = ofMask[of[customer]] - 1;
        }
        return first.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@code [customer]}: bits of the offers that are open. */
    static long[] open(OfferBook book) {
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

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerKinds kinds
                && Arrays.equals(of, kinds.of)
                && Arrays.equals(first, kinds.first);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(of) + Arrays.hashCode(first);
    }
}
