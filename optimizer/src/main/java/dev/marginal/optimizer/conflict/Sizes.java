package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Extent;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;

/** How large the sums of a limit can be, in its units. */
record Sizes(OfferBook book) {
    /** What one send uses, about; positive. */
    double perSend(Limit.Shared limit) {
        double largest = 0;
        for (Limit.Part part : limit.parts()) {
            double sends = (double) part.offers().size() * book.customers();
            largest = Math.max(largest, together(part) / Math.max(1, sends));
        }
        return largest > 0 ? largest : 1;
    }

    /** What all sends use at most, in absolute value. */
    double together(Limit.Shared limit) {
        return limit.parts().stream().mapToDouble(this::together).sum();
    }

    private double together(Limit.Part part) {
        double sum = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            if (part.offers().contains(offer)) {
                sum += total(part.charge(), offer);
            }
        }
        return Math.abs((double) part.weight()) * sum;
    }

    private double total(Charge charge, int offer) {
        return charge.equals(Charge.SENDS)
                ? book.customers()
                : extent(charge, offer).total() * OfferBook.MICROS;
    }

    private Extent extent(Charge charge, int offer) {
        if (charge.isMeasure()) {
            return book.measureExtent(charge.name(), offer);
        }
        return charge.equals(Charge.COST) ? book.costExtent(offer) : book.valueExtent(offer);
    }
}
