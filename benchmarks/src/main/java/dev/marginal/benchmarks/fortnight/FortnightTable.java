package dev.marginal.benchmarks.fortnight;

import static dev.marginal.benchmarks.reports.Figures.format;

import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Beside;
import dev.marginal.benchmarks.statistics.Repeats;
import dev.marginal.scenarios.days.FlightBudget;
import dev.marginal.scenarios.fortnight.PlantedFortnight;
import dev.marginal.scenarios.fortnight.Played;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What every way of planning earned under one cap, seed by seed. */
final class FortnightTable {
    static final String REMARKS =
            """
            Planted fortnights (`PlantedFortnight`): a newsletter and a push that run every day, a coupon from the third day
            on, a flash sale on the three last days of each week; each with a budget, a customer in the audience of one
            day in two, one message a day. Values of a day are known on that day; of later days a planner knows tastes,
            seasons and presences, neither luck nor who will be there. Value: what all sends truly add, as a share of
            the clairvoyant's bound, who knows all days beforehand; mean ± standard deviation over the seeds. Beside: mean
            difference of the value in percent of the other's, with its paired 95 % interval, bold where zero lies outside.
            Spend: share of the coupon's and the sale's budgets. Excess: contacts beyond the weekly cap and money beyond
            the budgets, the largest of all fortnights. Seconds: of all fourteen days, median.

            """;

    private static final int COUPON = 2;
    private static final int SALE = 3;

    private final int weekly;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    FortnightTable(int weekly) {
        this.weekly = weekly;
    }

    void add(String planner, PlantedFortnight world, Played played, double bound, double seconds) {
        List<FlightBudget> budgets = world.budgets();
        double over = 0;
        for (int one = 0; one < budgets.size(); one++) {
            over = Math.max(over, played.spend()[one] - budgets.get(one).left());
        }
        int contacts = Math.max(0, played.mostInAWeek() - world.weekly());
        rows.computeIfAbsent(planner, any -> new ArrayList<>())
                .add(
                        new Row(
                                played.value(),
                                played.value() / bound,
                                played.spend()[COUPON] / budgets.get(COUPON).left(),
                                played.spend()[SALE] / budgets.get(SALE).left(),
                                contacts,
                                Math.max(0, over),
                                seconds));
    }

    @Override
    public String toString() {
        List<String> names = List.copyOf(rows.keySet());
        String first = names.get(0);
        String last = names.get(names.size() - 1);
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "planned",
                        "value / clairvoyant's",
                        "beside first come, %",
                        "look-ahead beside it, %",
                        "coupon's spend",
                        "sale's spend",
                        "excess",
                        "seconds");
        rows.forEach(
                (name, own) ->
                        table.row(
                                name,
                                spread(own),
                                beside(own, rows.get(first)),
                                beside(rows.get(last), own),
                                percent(own, Row::coupon),
                                percent(own, Row::sale),
                                excess(own),
                                format("%.1f", repeats(own, Row::seconds).median())));
        return "## At most %d contacts within seven days\n\n%s".formatted(weekly, table);
    }

    private static String spread(List<Row> rows) {
        Repeats shares = repeats(rows, Row::share);
        return format("%.3f ± %.3f", shares.mean(), shares.deviation());
    }

    private static String beside(List<Row> rows, List<Row> others) {
        if (rows == others || rows.size() != others.size()) {
            return "";
        }
        double[] leads = new double[rows.size()];
        for (int seed = 0; seed < leads.length; seed++) {
            leads[seed] = 100 * (rows.get(seed).value / others.get(seed).value - 1);
        }
        return Beside.interval(new Repeats(leads).interval(0), 1);
    }

    private static String percent(List<Row> rows, ToDoubleFunction<Row> share) {
        return format("%.0f %%", 100 * repeats(rows, share).mean());
    }

    private static String excess(List<Row> rows) {
        int contacts = rows.stream().mapToInt(Row::contacts).max().orElse(0);
        double money = rows.stream().mapToDouble(Row::money).max().orElse(0);
        return format("%d, %.2f", contacts, money);
    }

    private static Repeats repeats(List<Row> rows, ToDoubleFunction<Row> figure) {
        return new Repeats(rows.stream().mapToDouble(figure).toArray());
    }

    private record Row(
            double value,
            double share,
            double coupon,
            double sale,
            int contacts,
            double money,
            double seconds) {}
}
