package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Offer;
import dev.marginal.uplift.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What one answer has more than a baseline: its figures less the baseline's, so that more value is
 * positive and saved spend negative.
 *
 * @param value in currency, each plan by its own objective and costs
 * @param measured incremental GMV as held-out customers say it, each of them compared with himself;
 *     empty where one of the plans could not be measured
 * @param spend in currency
 * @param sends how many
 * @param offers by offer, in the campaign's order
 * @param moves what became of the customers, the largest change of value first; their values add up
 *     to {@code value}
 * @param binding limits whose price is not the same, in the answer's order
 */
public record Difference(
        double value,
        Optional<Interval> measured,
        double spend,
        long sends,
        List<OfferDifference> offers,
        List<Move> moves,
        List<PriceDifference> binding) {
    public Difference {
        offers = List.copyOf(offers);
        moves = List.copyOf(moves);
        binding = List.copyOf(binding);
    }

    /** Of one offer. */
    public record OfferDifference(Offer offer, long sends, double value, double spend) {}

    /**
     * Customers who get something else than in the baseline.
     *
     * @param from ids of the offers that they got; empty for nothing
     * @param to ids of the offers that they get now; empty for nothing
     * @param customers how many
     * @param value what they bring more, in currency
     * @param spend what they cost more, in currency
     */
    public record Move(
            List<String> from, List<String> to, long customers, double value, double spend) {}

    /**
     * What a limit's next unit earns.
     *
     * @param before in the baseline; 0 where it does not bind or is not there
     * @param now alike
     */
    public record PriceDifference(String limit, double before, double now) {}
}
