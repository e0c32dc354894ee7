package dev.marginal.optimizer.pricing;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Workers;
import dev.marginal.optimizer.solving.Deadline;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Looks for prices that prove that no plan keeps every limit.
 *
 * <p>If every send were worth nothing, every plan would be worth nothing, so a dual below zero says
 * that there is no plan (Farkas' lemma). The prices found are rounded to whole numbers; the dual at
 * those is a sum of whole numbers and is compared with zero exactly.
 */
public final class Farkas {
    private static final double FINENESS = 1024;
    private static final double TOLERANCE = 1e-9;

    private final Instance nothing;
    private final Workers workers;

    public Farkas(Instance instance, Workers workers) {
        this.nothing = Instance.of(worthless(instance.book()), instance.limits());
        this.workers = workers;
    }

    /** Whether such prices were found; {@code false} proves nothing. */
    public boolean refutes(Deadline deadline) {
        if (!nothing.hasFloors()) {
            return false;
        }
        double[] sizes = sizes();
        double value = 1;
        for (int row = 0; row < sizes.length; row++) {
            double most = nothing.hasCeiling(row) ? nothing.most(row) : 0;
            double least = nothing.hasFloor(row) ? nothing.least(row) : 0;
            value += sizes[row] * Math.max(Math.abs(most), Math.abs(least));
        }
        double[] low = new double[sizes.length];
        for (int row = 0; row < sizes.length; row++) {
            low[row] = nothing.hasFloor(row) ? -sizes[row] : 0;
        }
        Crowd all = Crowd.all(nothing, workers);
        Scale scale = new Scale(value, sizes, sizes, Double.NEGATIVE_INFINITY, nothing.customers());
        Box box = new Box(low, ceilings(sizes));
        Descent descent = new Descent(all, scale, box, TOLERANCE, deadline);
        return isBelowZero(descent.from(new double[sizes.length], 1).prices(), all);
    }

    private boolean isBelowZero(double[] prices, Crowd all) {
        double[] whole = Arrays.stream(prices).map(price -> Math.rint(price * FINENESS)).toArray();
        long[] use = nothing.use(all.totalAt(whole).total());
        BigInteger dual = BigInteger.ZERO;
        for (int row = 0; row < use.length; row++) {
            if (whole[row] != 0) {
                BigInteger bound = BigInteger.valueOf(nothing.side(row, whole[row]));
                BigInteger room = bound.subtract(BigInteger.valueOf(use[row]));
                dual = dual.add(room.multiply(BigInteger.valueOf((long) whole[row])));
            }
        }
        return dual.signum() < 0;
    }

    /** A send may cost as much as the dearest one, a micro-unit of cost at most itself. */
    private double[] sizes() {
        boolean spend = false;
        for (Limit.Shared limit : nothing.shared()) {
            spend |= !limit.countsSends();
        }
        double dearest = spend ? 1 + dearest() : 1;
        return nothing.shared().stream()
                .mapToDouble(limit -> !limit.countsSends() ? 1 : dearest)
                .toArray();
    }

    private double dearest() {
        float dearest = 0;
        for (float[] column : nothing.book().cost()) {
            for (float cost : column) {
                dearest = Math.max(dearest, cost);
            }
        }
        return OfferBook.micros(dearest);
    }

    private double[] ceilings(double[] sizes) {
        double[] high = new double[sizes.length];
        for (int row = 0; row < sizes.length; row++) {
            high[row] = nothing.hasCeiling(row) ? sizes[row] : 0;
        }
        return high;
    }

    private static OfferBook worthless(OfferBook book) {
        float[][] value = new float[book.offers().size()][book.customers()];
        for (int offer = 0; offer < value.length; offer++) {
            for (int row = 0; row < value[offer].length; row++) {
                value[offer][row] = 0 * book.value()[offer][row];
            }
        }
        return new OfferBook(
                book.offers(), value, book.cost(), book.segmentations(), book.measures());
    }
}
