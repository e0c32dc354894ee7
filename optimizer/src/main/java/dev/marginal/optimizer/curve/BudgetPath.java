package dev.marginal.optimizer.curve;

import dev.marginal.optimizer.BudgetCurve;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Everyone;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.SlopeSums;
import java.util.stream.IntStream;

/**
 * The way of a single budget from nothing to all: at a falling price the plan takes one step of
 * value per cost after the other, steepest first, so one reading of the customers gives the best
 * value for every budget, and the price of any of them to a few thousandths.
 */
public final class BudgetPath {
    private final SlopeSums sums;
    private final int[] slots;

    private BudgetPath(SlopeSums sums) {
        this.sums = sums;
        this.slots =
                IntStream.iterate(sums.cost().length - 1, slot -> slot >= 0, slot -> slot - 1)
                        .filter(slot -> sums.cost()[slot] > 0)
                        .toArray();
    }

    /** Whether a budget over all sends is the only limit that ties customers together. */
    public static boolean apply(Instance instance) {
        return SlopeSums.apply(instance);
    }

    /** The path of a campaign with a budget and no other shared limit; one pass. */
    public static BudgetPath of(Everyone everyone) {
        return new BudgetPath(everyone.slopes());
    }

    /** What any budget earns. */
    public BudgetCurve curve() {
        double[] spend = new double[slots.length + 1];
        double[] value = new double[slots.length + 1];
        double[] price = new double[slots.length + 1];
        long spent = 0;
        long earned = sums.free()[0];
        for (int corner = 0; corner <= slots.length; corner++) {
            spend[corner] = (double) spent / OfferBook.MICROS;
            value[corner] = (double) earned / OfferBook.MICROS;
            if (corner < slots.length) {
                int slot = slots[corner];
                price[corner] = (double) sums.value()[slot] / sums.cost()[slot];
                spent += sums.cost()[slot];
                earned += sums.value()[slot];
            }
        }
        return new BudgetCurve(spend, value, price);
    }

    /** The price at which a budget in micro-units is used up lies between these two. */
    public double[] priceFor(long budget) {
        long spent = 0;
        for (int slot : slots) {
            spent += sums.cost()[slot];
            if (spent > budget) {
                return new double[] {SlopeSums.lowest(slot), SlopeSums.lowest(slot + 1)};
            }
        }
        return new double[] {0, 0};
    }
}
