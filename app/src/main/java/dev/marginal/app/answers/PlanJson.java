package dev.marginal.app.answers;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.whatif.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A plan's figures. Money is in the campaign's currency.
 *
 * @param value what the model claims
 * @param valueParts what the plan brings in the window and later, whatever it adds up; missing
 *     where the campaign does not say what an order is worth later
 * @param spend expected cost, of which the campaign itself pays all
 * @param coFunding what others pay beside it; missing where no offer has such a part
 * @param sends how many
 * @param bound proven upper bound of the value
 * @param gap how far the value may be from the bound, as a share of it
 * @param forecast what held-out customers say
 * @param offers by offer
 * @param channels by channel
 * @param cells by channel and value of a segment column
 * @param limits every limit across customers, the budget first
 * @param violations what a plan that was given breaks, in sentences; empty for a plan of our own
 * @param sensitivity what the value owes to each limit; empty unless asked for
 */
public record PlanJson(
        double value,
        PartsJson valueParts,
        double spend,
        Double coFunding,
        long sends,
        double bound,
        double gap,
        ForecastJson forecast,
        List<OfferJson> offers,
        List<ChannelJson> channels,
        List<CellJson> cells,
        List<LimitJson> limits,
        List<String> violations,
        List<SensitivityJson> sensitivity) {
    private static final double MICROS = OfferBook.MICROS;

    /** What the models claim of the window's GMV, and of what comes later. */
    public record PartsJson(double incrementalGmv, double futureValue) {
        private static PartsJson of(ValueParts parts) {
            return new PartsJson(parts.gmv(), parts.future());
        }
    }

    /** What one offer brings and costs. */
    public record OfferJson(String offer, String channel, long sends, double value, double spend) {}

    /** The same of a channel. */
    public record ChannelJson(String channel, long sends, double value, double spend) {}

    /**
     * The same of a channel for some customers.
     *
     * @param column of the audience, or a condition on it
     * @param value of that column
     * @param valueSum what the sends are worth
     */
    public record CellJson(
            String channel,
            String column,
            String value,
            long sends,
            double valueSum,
            double spend) {}

    /** The figures of an answer. */
    public static PlanJson of(Answer answer) {
        return of(new Told(answer));
    }

    static PlanJson of(Told told) {
        Answer answer = told.answer();
        SendPlan sends = answer.plan().sends();
        List<OfferTotal> totals = answer.offers();
        return new PlanJson(
                sends.value(),
                answer.parts().map(PartsJson::of).orElse(null),
                sends.spend(),
                coFunding(answer.plan().coFundingMicros()),
                sends.sends(),
                sends.bound(),
                sends.gap(),
                ForecastJson.of(answer.forecast().incrementalGmv()),
                totals.stream().map(PlanJson::offer).toList(),
                channels(totals),
                cells(answer.plan()),
                LimitJson.of(answer),
                answer.violations(),
                SensitivityJson.of(told.sensitivity()));
    }

    private static Double coFunding(OptionalLong micros) {
        return micros.isEmpty() ? null : (Double) (micros.getAsLong() / MICROS);
    }

    private static OfferJson offer(OfferTotal total) {
        return new OfferJson(
                total.offer().id(),
                total.offer().channel(),
                total.sends(),
                total.valueMicros() / MICROS,
                total.spendMicros() / MICROS);
    }

    private static List<ChannelJson> channels(List<OfferTotal> totals) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (OfferTotal total : totals) {
            long[] sum = sums.computeIfAbsent(total.offer().channel(), any -> new long[3]);
            sum[0] += total.sends();
            sum[1] += total.valueMicros();
            sum[2] += total.spendMicros();
        }
        List<ChannelJson> channels = new ArrayList<>();
        sums.forEach(
                (channel, sum) ->
                        channels.add(
                                new ChannelJson(
                                        channel, sum[0], sum[1] / MICROS, sum[2] / MICROS)));
        return channels;
    }

    private static List<CellJson> cells(CampaignPlan plan) {
        return plan.totals().segments().stream()
                .map(
                        cell ->
                                new CellJson(
                                        cell.channel(),
                                        cell.column(),
                                        cell.name(),
                                        cell.sends(),
                                        cell.valueMicros() / MICROS,
                                        cell.spendMicros() / MICROS))
                .toList();
    }
}
