package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.kernel.Chooser;
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

    /** The sends of these offers as they charge {@code ceiling}. */
    static CheapestSends of(Instance instance, OfferSet offers, Limit.Shared ceiling) {
        Chooser chooser = instance.personal().relaxedChooser();
        double[] wanted = new double[instance.columns().offers()];
        long[] charges = new long[1024];
        int count = 0;
        for (int customer = 0; customer < instance.customers(); customer++) {
            for (int offer = 0; offer < wanted.length; offer++) {
                boolean possible =
                        offers.contains(offer) && instance.book().allows(offer, customer);
                wanted[offer] =
                        possible ? 0x1p52 - charge(instance, ceiling, offer, customer) : Double.NaN;
            }
            for (long left = chooser.choose(wanted); left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                charges = count < charges.length ? charges : Arrays.copyOf(charges, 2 * count);
                charges[count++] = charge(instance, ceiling, offer, customer);
            }
        }
        long[] sorted = Arrays.copyOf(charges, count);
        Arrays.sort(sorted);
        return new CheapestSends(sorted);
    }

    /** How many sends are possible at all. */
    long possible() {
        return charges.length;
    }

    /** What this many sends charge at least. */
    long cheapest(long sends) {
        return Arrays.stream(charges).limit(sends).sum();
    }

    private static long charge(Instance instance, Limit.Shared ceiling, int offer, int customer) {
        if (!ceiling.offers().contains(offer)) {
            return 0;
        }
        boolean sends = ceiling.charge() == Limit.Charge.SENDS;
        return sends ? 1 : instance.columns().costMicros(offer, customer);
    }
}
