package dev.marginal.app.answers;

import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Difference;
import dev.marginal.scenarios.whatif.MoveReasons;
import dev.marginal.scenarios.whatif.Unmoved;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a scenario has more than the plan it is compared with: more value is positive, saved spend
 * negative.
 *
 * @param forecast what held-out customers say of the difference, each compared with himself
 * @param moves what becomes of the customers, the largest change of value first; their values add
 *     up to {@code value}
 * @param prices limits whose price is not the same
 * @param unmoved why nobody moves, in sentences; empty where somebody does
 */
public record DifferenceJson(
        double value,
        ForecastJson forecast,
        double spend,
        long sends,
        List<OfferJson> offers,
        List<MoveJson> moves,
        List<PriceJson> prices,
        List<String> unmoved) {
    private static final int MOST_REASONS = 8;

    /** Of one offer. */
    public record OfferJson(String offer, long sends, double value, double spend) {}

    /**
     * Customers who get something else.
     *
     * @param from offers that they got; none for nothing
     * @param to offers that they get now; none for nothing
     * @param why they move, as a sentence; missing for the smaller moves
     */
    public record MoveJson(
            List<String> from,
            List<String> to,
            long customers,
            double value,
            double spend,
            String why) {}

    /** What a limit's next unit earns, before and now. */
    public record PriceJson(String limit, double before, double now) {}

    static DifferenceJson of(Answer answer, Answer baseline) {
        Difference difference = answer.minus(baseline);
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
                moves(answer, baseline, difference.moves()),
                difference.binding().stream()
                        .map(price -> new PriceJson(price.limit(), price.before(), price.now()))
                        .toList(),
                Unmoved.why(answer, baseline));
    }

    private static List<MoveJson> moves(
            Answer answer, Answer baseline, List<Difference.Move> moves) {
        List<String> reasons =
                MoveReasons.of(
                        answer, baseline, moves.subList(0, Math.min(MOST_REASONS, moves.size())));
        return IntStream.range(0, moves.size())
                .mapToObj(
                        number ->
                                move(
                                        moves.get(number),
                                        number < reasons.size() ? reasons.get(number) : null))
                .toList();
    }

    private static MoveJson move(Difference.Move move, String why) {
        return new MoveJson(
                move.from(), move.to(), move.customers(), move.value(), move.spend(), why);
    }
}
