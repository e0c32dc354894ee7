package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import java.util.Optional;

/** What a plan adds up. */
public sealed interface Objective {
    /** What campaign files and answers call it. */
    String word();

    /** What it adds up, for people. */
    String told();

    /**
     * The value of one send, in currency.
     *
     * @param future incremental future value; not looked at unless {@link #countsFuture}
     */
    double value(double uplift, double expectedCost, double future);

    /** Whether the value is the uplift, whatever a send costs. */
    default boolean isUplift() {
        return false;
    }

    /** Whether orders count for what they bring later. */
    default boolean countsFuture() {
        return false;
    }

    /** Incremental GMV; costs count against the budget only. */
    record Gmv() implements Objective {
        @Override
        public String word() {
            return "gmv";
        }

        @Override
        public String told() {
            return "incremental GMV";
        }

        @Override
        public double value(double uplift, double expectedCost, double future) {
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
        public String word() {
            return "profit";
        }

        @Override
        public String told() {
            return "profit";
        }

        @Override
        public double value(double uplift, double expectedCost, double future) {
            return uplift * margin - expectedCost;
        }
    }

    /**
     * Incremental GMV of the window + incremental future value; costs count against the budget
     * only.
     *
     * @param table where the value of an order stands; empty where the campaign's lifecycle tells
     */
    record Value(Optional<FutureValue> table) implements Objective {
        /** By a table of one's own. */
        public Value(FutureValue table) {
            this(Optional.of(table));
        }

        @Override
        public String word() {
            return "value";
        }

        @Override
        public String told() {
            return "GMV and future";
        }

        @Override
        public double value(double uplift, double expectedCost, double future) {
            return uplift + future;
        }

        @Override
        public boolean countsFuture() {
            return true;
        }
    }
}
