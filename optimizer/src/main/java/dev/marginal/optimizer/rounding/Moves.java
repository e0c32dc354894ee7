package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.core.Neighbours;
import dev.marginal.optimizer.core.Twins;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import java.util.List;

/** The other sets that some customers could get, and what each would change. */
final class Moves {
    private final Draft draft;
    private final Neighbours neighbours;
    private final int[] customer;
    private final long[] set;
    private final int[] firstOf;
    private final int[] endOf;
    private final double[] regret;
    private final long[] gain;
    private final Change.Growth[] growth;
    private final Change change;

    /** Moves of single customers to the sets of their group. */
    Moves(Draft draft, List<Twins> pool, Rates rates) {
        Instance instance = draft.instance();
        this.draft = draft;
        this.neighbours = new Neighbours(instance, instance.columns(), rates);
        int moves = pool.stream().mapToInt(one -> one.sets().length).sum();
        this.customer = new int[moves];
        this.set = new long[moves];
        this.firstOf = new int[moves];
        this.endOf = new int[moves];
        this.regret = new double[moves];
        this.gain = new long[moves];
        this.growth = new Change.Growth[moves];
        this.change = new Change(draft);
        int move = 0;
        for (Twins one : pool) {
            int first = move;
            for (long other : one.sets()) {
                customer[move] = one.customers()[0];
                set[move] = other;
                firstOf[move] = first;
                endOf[move++] = first + one.sets().length;
            }
        }
    }

    /** Looks anew at moves of customers whose set has changed. */
    void measure(boolean[] changed) {
        for (int move = 0; move < customer.length; move++) {
            if (changed[move]) {
                measure(move);
            }
        }
    }

    int count() {
        return customer.length;
    }

    int customer(int move) {
        return customer[move];
    }

    long set(int move) {
        return set[move];
    }

    /** The customer's moves stand together from here … */
    int firstOf(int move) {
        return firstOf[move];
    }

    /** … to here. */
    int endOf(int move) {
        return endOf[move];
    }

    /** Whether the customer has the set already. */
    boolean isStay(int move) {
        return set[move] == draft.set(customer[move]);
    }

    /** How much reduced value the move loses; below zero where it wins some back. */
    double regret(int move) {
        return regret[move];
    }

    long gain(int move) {
        return gain[move];
    }

    /** The rows whose use changes. */
    int[] rows(int move) {
        return growth[move].rows();
    }

    /** By how much it changes, in the order of the rows. */
    long[] growth(int move) {
        return growth[move].by();
    }

    private void measure(int move) {
        int who = customer[move];
        gain[move] = draft.gain(who, set[move]);
        regret[move] = neighbours.worth(who, draft.set(who)) - neighbours.worth(who, set[move]);
        growth[move] = change.to(who, set[move]).growth();
    }
}
