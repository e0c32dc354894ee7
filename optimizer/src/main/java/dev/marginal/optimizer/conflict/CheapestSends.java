package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Choosers;
import dev.marginal.optimizer.kernel.Instance;
import java.util.Arrays;

/**
 * The least that any number of sends of some offers charges a limit, in whole numbers.
 *
 * <p>Within a customer the k cheapest admissible sends are the first k that greedy takes; over the
 * customers the cheapest come first. Where personal limits cross, some of them are overlooked, and
 * the least found is too low rather than too high.
 */
final class CheapestSends {
    private final long[] charges;

    private CheapestSends(long[] charges) {
        this.charges = charges;
    }

    /**
     * The sends that count for the floor of one row, as they charge the ceiling of another.
     *
     * @param floor a row that counts sends
     * @param ceiling a row that no send makes room in
     */
    static CheapestSends of(Instance instance, int floor, int ceiling) {
        Choosers choosers = Choosers.relaxed(instance.families());
        double[] wanted = new double[instance.columns().offers()];
        long[] charges = new long[1024];
        int count = 0;
        for (int customer = 0; customer < instance.customers(); customer++) {
            for (int offer = 0; offer < wanted.length; offer++) {
                boolean counts =
                        instance.columns().allows(offer, customer)
                                && instance.charge(floor, offer, customer) > 0;
                wanted[offer] =
                        counts ? 0x1p52 - instance.charge(ceiling, offer, customer) : Double.NaN;
            }
            long cheapest = choosers.of(instance.columns(), customer).choose(wanted);
            for (long left = cheapest; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                charges = count < charges.length ? charges : Arrays.copyOf(charges, 2 * count);
                charges[count++] = instance.charge(ceiling, offer, customer);
            }
        }
        long[] sorted = Arrays.copyOf(charges, count);
        Arrays.sort(sorted);
        return new CheapestSends(sorted);
    }

    /** Whether a row's floor counts sends, each once. */
    static boolean countsSends(Limit.Shared floor) {
        return floor.isPlain() && floor.countsSends() && floor.least() > 0;
    }

    /** Whether a row has a ceiling in which no send makes room. */
    static boolean onlyFills(Limit.Shared ceiling) {
        return ceiling.hasCeiling() && ceiling.neverNegative();
    }

    /** How many sends are possible at all. */
    long possible() {
        return charges.length;
    }

    /** What this many sends charge at least. */
    long cheapest(long sends) {
        return Arrays.stream(charges).limit(sends).sum();
    }
}
