package dev.marginal.benchmarks.peers;

import dev.marginal.optimizer.OfferBook;

/**
 * What a solver answered.
 *
 * @param status in its own words
 * @param x {@code [option]}, how much of each is sent; empty if it has none
 * @param bound on the value as it claims, in currency; NaN if it claims none
 */
record Solution(String status, double[] x, double bound) {
    boolean isEmpty() {
        return x.length == 0;
    }

    /** In currency, added up here and not taken from the solver. */
    double value(Rows rows) {
        double sum = 0;
        for (int option = 0; option < x.length; option++) {
            sum += x[option] * rows.worth()[option];
        }
        return sum / OfferBook.MICROS;
    }

    /** The largest excess over any limit as a share of the limit, shared and personal alike. */
    double violation(Rows rows) {
        double worst = 0;
        for (Rows.Row row : rows.shared()) {
            double use = 0;
            for (int i = 0; i < row.option().length; i++) {
                use += x[row.option()[i]] * row.amount()[i];
            }
            worst = Math.max(worst, (use - row.most()) / Math.max(1, row.most()));
        }
        for (int customer = 0; customer < rows.customers(); customer++) {
            double contacts = 0;
            for (int option : rows.optionsOf(customer)) {
                contacts += x[option];
                worst = Math.max(worst, Math.max(-x[option], x[option] - 1));
            }
            worst = Math.max(worst, (contacts - rows.contacts()) / rows.contacts());
        }
        return worst;
    }
}
