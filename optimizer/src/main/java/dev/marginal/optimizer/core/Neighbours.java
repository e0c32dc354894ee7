package dev.marginal.optimizer.core;

import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Exchanges;
import dev.marginal.optimizer.kernel.Families;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.PersonalLimits;
import dev.marginal.optimizer.kernel.Rates;

/** The sets next to a customer's set at some prices. */
public final class Neighbours {
    private final Families families;
    private final Columns columns;
    private final Rates rates;
    private final double[] reduced;

    /** Neighbours of rows of these columns. */
    public Neighbours(Instance instance, Columns columns, Rates rates) {
        this.families = instance.families();
        this.columns = columns;
        this.rates = rates;
        this.reduced = new double[columns.offers()];
    }

    /** Every set that one exchange makes of a row's set. */
    public void forEach(int row, long set, Exchanges.Visitor visitor) {
        columns.reduce(rates, row, reduced);
        Exchanges.forEach(families.of(columns, row), set, reduced, visitor);
    }

    /** Reduced value of one row's set. */
    public double worth(int row, long set) {
        columns.reduce(rates, row, reduced);
        double worth = 0;
        for (long left = set; left != 0; left &= left - 1) {
            worth += reduced[Long.numberOfTrailingZeros(left)];
        }
        return worth;
    }

    /**
     * The set itself and the nearest sets within a regret, at most {@code most} in all: one
     * exchange away, then two, and so on, always from the nearest set found.
     */
    public long[] of(int row, long set, double within, int most) {
        columns.reduce(rates, row, reduced);
        PersonalLimits personal = families.of(columns, row);
        NearestSets found = new NearestSets(set, most);
        while (found.next()) {
            double so = found.regret();
            Exchanges.forEach(
                    personal,
                    found.set(),
                    reduced,
                    (other, regret) -> {
                        if (so + regret <= within) {
                            found.add(other, so + regret);
                        }
                    });
        }
        return found.all();
    }
}
