package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Instance;
import java.util.List;
import java.util.Optional;

/** A book whose sends are worth what they use of a limit, or cost it. */
final class Aim {
    private static final int NUDGES = 4;

    private Aim() {}

    /**
     * Plans that keep some limits, the best being the one that uses most of a floor's limit or
     * least of a ceiling's; empty where floats cannot say so exactly.
     */
    static Optional<Instance> at(Limit.Shared side, List<Limit> others, OfferBook book) {
        Instance counting = Instance.of(book, List.of(side));
        int sign = side.hasFloor() ? 1 : -1;
        long unit = side.countsSends() ? OfferBook.MICROS : 1;
        float[][] value = new float[book.offers().size()][book.customers()];
        for (int offer = 0; offer < value.length; offer++) {
            for (int customer = 0; customer < value[offer].length; customer++) {
                if (book.allows(offer, customer)) {
                    long worth = sign * unit * counting.charge(0, offer, customer);
                    value[offer][customer] = exactly(worth);
                    if (Float.isNaN(value[offer][customer])) {
                        return Optional.empty();
                    }
                } else {
                    value[offer][customer] = Float.NaN;
                }
            }
        }
        return Optional.of(new Worthless(book).instance(others, value));
    }

    /** A float that rounds to these micro-units, or {@code NaN}. */
    private static float exactly(long micros) {
        float near = (float) ((double) micros / OfferBook.MICROS);
        for (int nudge = 0; nudge < NUDGES; nudge++) {
            long found = OfferBook.micros(near);
            if (found == micros) {
                return near;
            }
            near = found < micros ? Math.nextUp(near) : Math.nextDown(near);
        }
        return Float.NaN;
    }
}
