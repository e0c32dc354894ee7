package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.core.Neighbours;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes customers one at a time: finds everyone's best exchange, then makes them in order while
 * they still help.
 */
final class Sweep {
    private final Draft draft;
    private final double[] prices;
    private final Neighbours neighbours;
    private final Change change;

    /**
     * Sweeps over a draft.
     *
     * @param prices signed, one per row
     */
    Sweep(Draft draft, Instance instance, Rates rates, double[] prices) {
        this.draft = draft;
        this.prices = prices;
        this.neighbours = new Neighbours(instance, instance.columns(), rates);
        this.change = new Change(draft);
    }

    /** Brings every row within its limits, at the least regret per step; false where stuck. */
    boolean repair(int[] customers) {
        while (!draft.keepsEveryLimit()) {
            if (!sweep(customers, this::relief, this::relieves)) {
                return false;
            }
        }
        return true;
    }

    /** Earns what still fits until nothing more does; says whether anything did. */
    boolean fill(int[] customers) {
        boolean filled = false;
        while (sweep(customers, this::earning, this::earns)) {
            filled = true;
        }
        return filled;
    }

    /** Drops sends that earn nothing and that no floor asks for. */
    void drop(int[] customers) {
        for (int customer : customers) {
            for (long left = draft.set(customer); left != 0; left &= left - 1) {
                long without = draft.set(customer) & ~Long.lowestOneBit(left);
                if (draft.gain(customer, without) >= 0 && change.to(customer, without).fits()) {
                    draft.give(customer, without);
                }
            }
        }
    }

    private boolean sweep(int[] customers, Score score, Test test) {
        List<Move> moves = new ArrayList<>();
        for (int customer : customers) {
            Move[] best = new Move[1];
            neighbours.forEach(
                    customer,
                    draft.set(customer),
                    (set, regret) -> {
                        double found = score.of(customer, set, regret);
                        if (found < (best[0] == null ? Double.POSITIVE_INFINITY : best[0].score)) {
                            best[0] = new Move(customer, set, regret, found);
                        }
                    });
            if (best[0] != null) {
                moves.add(best[0]);
            }
        }
        moves.sort(Comparator.comparingDouble(Move::score).thenComparingInt(Move::customer));
        boolean changed = false;
        for (Move move : moves) {
            if (test.holds(move)) {
                draft.give(move.customer, move.set);
                changed = true;
            }
        }
        return changed;
    }

    /** What is lost for each share of a limit that is put right; infinite where nothing is. */
    private double relief(int customer, long set, double regret) {
        double relief = change.to(customer, set).relief();
        double lost = Math.max(0, regret + change.waste(prices));
        return relief > 0 ? lost / relief : Double.POSITIVE_INFINITY;
    }

    /** Whether a move still relieves about as cheaply as it promised. */
    private boolean relieves(Move move) {
        return relief(move.customer, move.set, move.regret) <= 1.5 * move.score + 1e-9;
    }

    private double earning(int customer, long set, double regret) {
        return earns(customer, set) ? -draft.gain(customer, set) : Double.POSITIVE_INFINITY;
    }

    private boolean earns(Move move) {
        return earns(move.customer, move.set);
    }

    private boolean earns(int customer, long set) {
        return draft.gain(customer, set) > 0 && change.to(customer, set).fits();
    }

    private interface Score {
        double of(int customer, long set, double regret);
    }

    private interface Test {
        boolean holds(Move move);
    }

    private record Move(int customer, long set, double regret, double score) {}
}
