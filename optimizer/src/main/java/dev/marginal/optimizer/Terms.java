package dev.marginal.optimizer;

import java.util.List;

/** What a rule may know when it explains itself: the offers of the book, not the customers. */
public record Terms(List<Offer> offers) {
    public Terms {
        offers = List.copyOf(offers);
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
