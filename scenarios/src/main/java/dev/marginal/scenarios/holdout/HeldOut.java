package dev.marginal.scenarios.holdout;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import java.util.List;

/**
 * Who is held out of what.
 *
 * @param holdouts at most 8: of all campaigns, and of one
 * @param by {@code [customer]}: bit {@code h} is set where holdout number {@code h} holds the
 *     customer out
 */
public record HeldOut(List<Holdout> holdouts, byte[] by) {
    public HeldOut {
        holdouts = List.copyOf(holdouts);
        Requires.require(
                holdouts.size() <= Byte.SIZE, "holdouts", holdouts.size(), "at most " + Byte.SIZE);
    }

    /** Looks every customer up in every holdout. */
    public static HeldOut of(List<Holdout> holdouts, IdColumn ids, Execution execution) {
        byte[] by = new byte[ids.rows()];
        for (int number = 0; number < holdouts.size(); number++) {
            Holdout holdout = holdouts.get(number);
            short[] buckets = Buckets.of(holdout.salt(), ids, execution);
            for (int customer = 0; customer < by.length; customer++) {
                boolean held =
                        buckets[customer] >= holdout.from() && buckets[customer] < holdout.until();
                by[customer] |= (byte) (held ? 1 << number : 0);
            }
        }
        return new HeldOut(holdouts, by);
    }

    /** Whether any holdout holds the customer out. */
    public boolean contains(int customer) {
        return by[customer] != 0;
    }

    /** The first holdout that holds the customer out, who is in one. */
    public Holdout of(int customer) {
        return holdouts.get(Integer.numberOfTrailingZeros(by[customer] & 0xFF));
    }

    /** How many customers a holdout holds out. */
    public int customers(int holdout) {
        int count = 0;
        for (byte bits : by) {
            count += bits >>> holdout & 1;
        }
        return count;
    }
}
