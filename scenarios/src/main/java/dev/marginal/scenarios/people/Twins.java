package dev.marginal.scenarios.people;

import dev.marginal.tables.IdColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/** Chooses one customer for each address. */
record Twins(IdColumn customers, int[] first, IntToDoubleFunction worth) {
    private static final int NOBODY = -1;

    BitSet standingBack(BitSet candidates) {
        BitSet back = new BitSet(first.length);
        int[] chosen = new int[first.length];
        Arrays.fill(chosen, NOBODY);
        for (int customer = candidates.nextSetBit(0);
                customer >= 0 && customer < first.length;
                customer = candidates.nextSetBit(customer + 1)) {
            if (first[customer] != NOBODY) {
                choose(customer, chosen, back);
            }
        }
        return back;
    }

    private void choose(int customer, int[] chosen, BitSet back) {
        int rival = chosen[first[customer]];
        if (rival == NOBODY || comesBefore(customer, rival)) {
            chosen[first[customer]] = customer;
        }
        if (rival != NOBODY) {
            back.set(chosen[first[customer]] == customer ? rival : customer);
        }
    }

    private boolean comesBefore(int customer, int rival) {
        int order = Double.compare(worth.applyAsDouble(rival), worth.applyAsDouble(customer));
        return order < 0 || order == 0 && customers.id(customer).compareTo(customers.id(rival)) < 0;
    }
}
