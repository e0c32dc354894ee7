package dev.marginal.optimizer.kernel;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.util.List;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Floors and ceilings, rounded to what sends can add up to: where every send costs a multiple of
 * 5.00, a budget of 1,003.00 is one of 1,000.00. No plan is lost and the bound comes closer.
 */
record Sides(long[] least, long[] most) {
    /** Sums of a row stay whole numbers in a long, with room for adding and comparing. */
    private static final double MOST_USE = 0x1p61;

    static Sides of(OfferBook book, List<Limit.Shared> limits) {
        long[] least = new long[limits.size()];
        long[] most = new long[limits.size()];
        for (int row = 0; row < least.length; row++) {
            Limit.Shared limit = limits.get(row);
            requireCountable(book, limit);
            long grain = grain(book, limit);
            boolean floor = limit.hasFloor() && !(limit.least() <= 0 && limit.neverNegative());
            least[row] = floor ? up(limit.least(), grain) : Limit.Shared.NO_FLOOR;
            most[row] =
                    limit.hasCeiling()
                            ? Math.floorDiv(limit.most(), grain) * grain
                            : Limit.Shared.UNLIMITED;
        }
        return new Sides(least, most);
    }

    private static long up(long least, long grain) {
        return Math.multiplyExact(-Math.floorDiv(-least, grain), grain);
    }

    private static long grain(OfferBook book, Limit.Shared limit) {
        if (!limit.isPlain() || !limit.charge().equals(Charge.COST)) {
            return 1;
        }
        long grain = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            if (limit.offers().contains(offer)) {
                grain = ArithmeticUtils.gcd(grain, book.costExtent(offer).grain());
            }
        }
        return Math.max(1, grain);
    }

    private static void requireCountable(OfferBook book, Limit.Shared limit) {
        double use = 0;
        for (Limit.Part part : limit.parts()) {
            for (int offer = 0; offer < book.offers().size(); offer++) {
                if (part.offers().contains(offer)) {
                    use += Math.abs((double) part.weight()) * total(book, part.charge(), offer);
                }
            }
        }
        if (use > MOST_USE) {
            throw new BadInput(
                    new Problem(
                            "limit",
                            0,
                            limit.name(),
                            "%.3g".formatted(use),
                            "must stay below 2.3e18 for all sends together",
                            "Maybe count amounts in thousands, or give a ratio fewer decimals."));
        }
    }

    private static double total(OfferBook book, Charge charge, int offer) {
        if (charge.equals(Charge.SENDS)) {
            return book.everyone();
        }
        if (charge.isMeasure()) {
            return book.measureExtent(charge.name(), offer).total() * OfferBook.MICROS;
        }
        boolean cost = charge.equals(Charge.COST);
        return (cost ? book.costExtent(offer) : book.valueExtent(offer)).total() * OfferBook.MICROS;
    }
}
