package dev.marginal.scenarios;

import dev.marginal.tables.Requires;

/** What a plan adds up. */
public sealed interface Objective {
    /** The value of one send, in currency. */
    double value(double uplift, double expectedCost);

    /** Whether the value is the uplift, whatever a send costs. */
    boolean isUplift();

    /** Incremental GMV; costs count against the budget only. */
    record Gmv() implements Objective {
        @Override
        public double value(double uplift, double expectedCost) {
            return uplift;
        }

        @Override
        public boolean isUplift() {
            return true;
        }
    }

    /**
     * Incremental GMV × margin − expected cost.
     *
     * @param margin share of the GMV that remains before the offer's cost, in [0, 1]
     */
    record Profit(double margin) implements Objective {
        public Profit {
            Requires.probability(margin, "margin");
        }

        @Override
        public double value(double uplift, double expectedCost) {
            return uplift * margin - expectedCost;
        }

        @Override
        public boolean isUplift() {
            return false;
        }
    }
}
