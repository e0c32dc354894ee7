package dev.marginal.app.answers;

import dev.marginal.scenarios.whatif.Difference;
import java.util.List;

/**
 * What a scenario has more than the plan it is compared with: more value is positive, saved spend
 * negative.
 *
 * @param forecast what held-out customers say of the difference, each compared with himself
 * @param moves what becomes of the customers, the largest change of value first; their values add
 *     up to {@code value}
 * @param prices limits whose price is not the same
 */
public record DifferenceJson(
        double value,
        ForecastJson forecast,
        double spend,
        long sends,
        List<OfferJson> offers,
        List<MoveJson> moves,
        List<PriceJson> prices) {
    /** Of one offer. */
    public record OfferJson(String offer, long sends, double value, double spend) {}

    /**
     * Customers who get something else.
     *
     * @param from offers that they got; none for nothing
     * @param to offers that they get now; none for nothing
     */
    public record MoveJson(
            List<String> from, List<String> to, long customers, double value, double spend) {}

    /** What a limit's next unit earns, before and now. */
    public record PriceJson(String limit, double before, double now) {}

    static DifferenceJson of(Difference difference) {
        return new DifferenceJson(
                difference.value(),
                ForecastJson.of(difference.measured()),
                difference.spend(),
                difference.sends(),
                difference.offers().stream()
                        .map(
                                one ->
                                        new OfferJson(
                                                one.offer().id(),
                                                one.sends(),
                                                one.value(),
                                                one.spend()))
                        .toList(),
                difference.moves().stream()
                        .map(
                                move ->
                                        new MoveJson(
                                                move.from(),
                                                move.to(),
                                                move.customers(),
                                                move.value(),
                                                move.spend()))
                        .toList(),
                difference.binding().stream()
                        .map(price -> new PriceJson(price.limit(), price.before(), price.now()))
                        .toList());
    }
}
