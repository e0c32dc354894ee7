package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Policy;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.SegmentNames;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.storage.StoredModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a part of a plan's customers tells for the plan's forecast: how many sends each kind of
 * customers gets, with one customer of each kind. A forecast asks no more of the audience.
 *
 * @param customers of the part
 * @param value {@code [offer][kind]}
 * @param cost alike
 * @param measures alike, by name
 * @param codes {@code [segmentation][kind]}, numbered as all parts do
 * @param chosen {@code [kind · offers + offer]}
 * @param amounts sums of the columns that offers take amounts from
 */
public record ForecastPart(
        int customers,
        float[][] value,
        float[][] cost,
        SortedMap<String, float[][]> measures,
        int[][] codes,
        long[] chosen,
        SortedMap<String, Double> amounts)
        implements Serializable {
    /**
     * What a part tells.
     *
     * @param plan what it gets; the limits' prices are those of everyone
     * @param rules that the plan keeps
     */
    public static ForecastPart of(Valued valued, CampaignPlan plan, Rules rules) {
        OfferBook book = plan.offers();
        Policy policy = Policy.of(Terms.of(book), plan.sends(), rules);
        SendsByKind sends = SendsByKind.of(plan, CustomerKinds.of(book, policy), Pins.NONE);
        OfferBook members = PricedCells.gather(book, sends.member());
        SortedMap<String, float[][]> measures = new TreeMap<>();
        members.measures().forEach(one -> measures.put(one.name(), one.amount()));
        SortedMap<String, Double> amounts = new TreeMap<>();
        valued.audience().traits().amounts().forEach((name, all) -> amounts.put(name, sum(all)));
        return new ForecastPart(
                book.customers(),
                members.value(),
                members.cost(),
                measures,
                members.segmentations().stream().map(Segmentation::code).toArray(int[][]::new),
                sends.chosen(),
                amounts);
    }

    /**
     * The forecast of a plan of which all parts have told, in their order.
     *
     * @param columns of everyone's book
     * @param figures the plan's limits and prices
     */
    public static Forecast forecast(
            StoredModel model,
            Valuation valuation,
            List<SegmentNames> columns,
            SendPlan figures,
            Rules rules,
            List<ForecastPart> parts) {
        OfferBook members = members(valuation, columns, parts);
        Policy policy = Policy.of(Terms.of(members), figures, rules);
        long[] chosen = parts.stream().flatMapToLong(part -> Arrays.stream(part.chosen)).toArray();
        return new Forecaster(model.fit().outOfFold(), valuation, means(parts))
                .forecast(policy, members, chosen);
    }

    private static OfferBook members(
            Valuation valuation, List<SegmentNames> columns, List<ForecastPart> parts) {
        List<Segmentation> segmentations = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int place = column;
            segmentations.add(
                    new Segmentation(
                            columns.get(column).column(),
                            columns.get(column).names(),
                            parts.stream()
                                    .flatMapToInt(part -> Arrays.stream(part.codes[place]))
                                    .toArray()));
        }
        List<Measure> measures =
                parts.get(0).measures.keySet().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(
                                name ->
                                        new Measure(
                                                name,
                                                joined(
                                                        parts.stream()
                                                                .map(
                                                                        part ->
                                                                                part.measures.get(
                                                                                        name)))))
                        .toList();
        return new OfferBook(
                valuation.offers().stream().map(CampaignOffer::offer).toList(),
                joined(parts.stream().map(ForecastPart::value)),
                joined(parts.stream().map(ForecastPart::cost)),
                segmentations,
                measures);
    }

    /** Columns of several parts, one after the other. */
    private static float[][] joined(Stream<float[][]> parts) {
        return parts.reduce(
                        (some, others) -> {
                            float[][] both = new float[some.length][];
                            Arrays.setAll(both, offer -> joined(some[offer], others[offer]));
                            return both;
                        })
                .orElseThrow();
    }

    private static float[] joined(float[] some, float[] others) {
        float[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return both;
    }

    /** Of columns of amounts a forecast wants the mean alone. */
    private static Traits means(List<ForecastPart> parts) {
        long customers = parts.stream().mapToLong(ForecastPart::customers).sum();
        TreeMap<String, Double> sums = new TreeMap<>();
        parts.forEach(
                part -> part.amounts.forEach((name, sum) -> sums.merge(name, sum, Double::sum)));
        TreeMap<String, float[]> means = new TreeMap<>();
        sums.forEach((name, sum) -> means.put(name, new float[] {(float) (sum / customers)}));
        return new Traits(List.of(), means);
    }

    private static double sum(float[] amounts) {
        double sum = 0;
        for (float amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
