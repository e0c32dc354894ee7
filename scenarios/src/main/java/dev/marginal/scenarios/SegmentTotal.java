package dev.marginal.scenarios;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a channel sends to the customers with one value of a column.
 *
 * @param channel of the offers
 * @param column of the audience, or a condition on it
 * @param name of the value
 * @param sends how many
 * @param valueMicros sum of the sends' values
 * @param spendMicros sum of the sends' expected costs
 */
public record SegmentTotal(
        String channel,
        String column,
        String name,
        long sends,
        long valueMicros,
        long spendMicros) {
    /** A column with more values is not told: nobody reads so many. */
    public static final int MOST_VALUES = 60;

    /**
     * Of every channel and value of every column that the plan's rules speak of, in their order.
     */
    public static List<SegmentTotal> of(CampaignPlan plan) {
        List<String> channels =
                plan.offers().offers().stream().map(Offer::channel).distinct().toList();
        List<SegmentTotal> totals = new ArrayList<>();
        for (Segmentation column : plan.offers().segmentations()) {
            if (column.names().size() <= MOST_VALUES) {
                totals.addAll(of(plan, column, channels));
            }
        }
        return totals;
    }

    private static List<SegmentTotal> of(
            CampaignPlan plan, Segmentation column, List<String> channels) {
        int names = column.names().size();
        long[][] sums = sums(plan, column, channels);
        List<SegmentTotal> totals = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            for (int name = 0; name < names; name++) {
                long[] sum = sums[channel * names + name];
                totals.add(
                        new SegmentTotal(
                                channels.get(channel),
                                column.column(),
                                column.names().get(name),
                                sum[0],
                                sum[1],
                                sum[2]));
            }
        }
        return totals;
    }

    private static long[][] sums(CampaignPlan plan, Segmentation column, List<String> channels) {
        OfferBook book = plan.offers();
        SendPlan sends = plan.sends();
        int names = column.names().size();
        int[] channel =
                book.offers().stream().mapToInt(one -> channels.indexOf(one.channel())).toArray();
        long[][] sums = new long[channels.size() * names][3];
        for (int i = 0; i < sends.sends(); i++) {
            int offer = sends.offer()[i];
            int customer = sends.customer()[i];
            long[] sum = sums[channel[offer] * names + column.code()[customer]];
            sum[0]++;
            sum[1] += book.valueMicros(offer, customer);
            sum[2] += book.costMicros(offer, customer);
        }
        return sums;
    }
}
