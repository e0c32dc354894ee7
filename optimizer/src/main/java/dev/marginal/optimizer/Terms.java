package dev.marginal.optimizer;

import java.util.List;

/**
 * What a rule may know when it explains itself.
 *
 * @param offers the offers of the book
 * @param segmentations the columns of the customers that rules may speak of
 */
public record Terms(List<Offer> offers, List<Segmentation> segmentations) {
    public Terms {
        offers = List.copyOf(offers);
        segmentations = List.copyOf(segmentations);
    }

    /** The terms of a book. */
    public static Terms of(OfferBook book) {
        return new Terms(book.offers(), book.segmentations());
    }

    /** The offers of a scope, as numbers of the book. */
    public OfferSet offersIn(Scope scope) {
        long bits = 0;
        for (int offer = 0; offer < offers.size(); offer++) {
            if (scope.includes(offers.get(offer))) {
                bits |= 1L << offer;
            }
        }
        return new OfferSet(bits);
    }
}
