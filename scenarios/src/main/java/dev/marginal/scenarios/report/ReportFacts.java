package dev.marginal.scenarios.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.OtherBudgets;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.words.PriceWords;
import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code report.json} says, key by key. Money is in the plan's currency.
 *
 * @param customers of the audience
 * @param budgets what other budgets would earn
 * @param binds the limits that have a price, in the plan's order
 * @param groups who gets what, by one column after the other
 * @param lifecycle where customers stand; absent unless the campaign speaks of a lifecycle
 */
public record ReportFacts(
        int customers,
        BudgetLines budgets,
        List<Bind> binds,
        List<Group> groups,
        @JsonInclude(JsonInclude.Include.NON_NULL) StandingLines lifecycle) {
    /**
     * The best plans of some budgets.
     *
     * @param points by budget, rising, the plan's own among them
     * @param plateau the budget beyond which nothing more is earned
     * @param tooLittle a budget at which no plan keeps every rule; absent where all were enough
     */
    public record BudgetLines(
            List<PointLine> points,
            double plateau,
            @JsonProperty("too_little") @JsonInclude(JsonInclude.Include.NON_NULL)
                    Double tooLittle) {}

    /**
     * One of them.
     *
     * @param own whether it is the plan itself
     * @param value what the model claims
     * @param price what one more unit of budget earns
     * @param measured incremental GMV on held-out customers; null where it cannot be measured
     */
    public record PointLine(
            boolean own,
            double budget,
            double value,
            double spend,
            long sends,
            double price,
            Interval measured) {}

    /** What one more unit of a limit would earn, as a sentence. */
    public record Bind(String limit, String sentence) {}

    /** Customers by one column, or by one feature in fifths of the history. */
    public record Group(String column, List<String> channels, List<GroupRow> rows) {}

    /**
     * Customers alike in that column.
     *
     * @param sends by channel
     */
    public record GroupRow(
            String name, int customers, List<Long> sends, double value, double spend) {}

    /** Those of a plan. */
    public static ReportFacts of(PlannedCampaign planned) {
        CampaignPlan plan = planned.plan();
        PriceWords prices = new PriceWords(plan, new Words(planned.file().currency()));
        return new ReportFacts(
                plan.offers().customers(),
                budgets(planned.budgets()),
                plan.sends().limits().stream()
                        .filter(PriceWords::isTold)
                        .map(use -> new Bind(use.limit().name(), prices.price(use)))
                        .toList(),
                Groups.of(planned).stream().map(one -> group(one, plan)).toList(),
                planned.audience().standing().map(StandingLines::of).orElse(null));
    }

    private static BudgetLines budgets(OtherBudgets budgets) {
        return new BudgetLines(
                budgets.points().stream()
                        .map(point -> line(point, point.equals(budgets.own())))
                        .toList(),
                budgets.plateau(),
                budgets.tooLittle().isPresent() ? budgets.tooLittle().getAsDouble() : null);
    }

    private static PointLine line(BudgetPoint point, boolean own) {
        return new PointLine(
                own,
                point.budget(),
                point.value(),
                point.spend(),
                point.sends(),
                point.price(),
                point.gmv().orElse(null));
    }

    private static Group group(Segmentation groups, CampaignPlan plan) {
        OfferBook book = plan.offers();
        SendPlan sends = plan.sends();
        List<String> channels = book.offers().stream().map(Offer::channel).distinct().toList();
        int[] channel =
                book.offers().stream().mapToInt(one -> channels.indexOf(one.channel())).toArray();
        int names = groups.names().size();
        int[] customers = new int[names];
        Arrays.stream(groups.code()).forEach(code -> customers[code]++);
        long[][] sent = new long[names][channels.size()];
        long[] value = new long[names];
        long[] spend = new long[names];
        for (int send = 0; send < sends.sends(); send++) {
            int customer = sends.customer()[send];
            int offer = sends.offer()[send];
            int name = groups.code()[customer];
            sent[name][channel[offer]]++;
            value[name] += book.valueMicros(offer, customer);
            spend[name] += book.costMicros(offer, customer);
        }
        return new Group(
                groups.column(),
                channels,
                IntStream.range(0, names)
                        .filter(name -> customers[name] > 0)
                        .mapToObj(
                                name ->
                                        new GroupRow(
                                                groups.names().get(name),
                                                customers[name],
                                                Arrays.stream(sent[name]).boxed().toList(),
                                                (double) value[name] / OfferBook.MICROS,
                                                (double) spend[name] / OfferBook.MICROS))
                        .toList());
    }
}
