package dev.marginal.benchmarks.peers;

import dev.marginal.optimizer.OfferBook;
import java.util.Arrays;

/**
 * What prices of the shared limits prove: no plan is worth more than Σ price · limit + Σ over
 * customers of their best sends at these prices. Holds for any prices of zero or more, so also for
 * those of a solver that stopped at a tolerance.
 */
final class DualBound {
    private DualBound() {}

    /**
     * In currency.
     *
     * @param prices {@code [row]} in currency per unit of currency or per send; their sign is
     *     ignored
     */
    static double of(Rows rows, double[] prices) {
        double[] reduced = new double[rows.worth().length];
        Arrays.setAll(reduced, option -> (double) rows.worth()[option] / OfferBook.MICROS);
        double bound = 0;
        for (int number = 0; number < prices.length; number++) {
            Rows.Row row = rows.shared().get(number);
            double price = Math.abs(prices[number]) * row.unit();
            bound += price * row.most();
            for (int i = 0; i < row.option().length; i++) {
                reduced[row.option()[i]] -= price * row.amount()[i];
            }
        }
        for (int customer = 0; customer < rows.customers(); customer++) {
            bound += best(reduced, customer * rows.offers(), rows);
        }
        return bound;
    }

    private static double best(double[] reduced, int from, Rows rows) {
        double[] own = Arrays.copyOfRange(reduced, from, from + rows.offers());
        Arrays.sort(own);
        double sum = 0;
        int least = Math.max(0, own.length - rows.contacts());
        for (int i = own.length - 1; i >= least && own[i] > 0; i--) {
            sum += own[i];
        }
        return sum;
    }
}
