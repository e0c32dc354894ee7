package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The table of a plan's sends, one row each. */
final class SendColumns {
    private final CampaignFile file;
    private final IdColumn customers;
    private final CampaignPlan plan;
    private final SendPlan sends;
    private final Day day;

    SendColumns(CampaignFile file, IdColumn customers, CampaignPlan plan, Day day) {
        this.file = file;
        this.customers = customers;
        this.plan = plan;
        this.sends = plan.sends();
        this.day = day;
    }

    Table table() {
        List<CampaignOffer> offers = file.offers();
        int[] treatments = CampaignOffer.treatmentsIn(plan.scores(), offers);
        SendTimes times = new SendTimes(day, sends);
        return new Table(
                "sends",
                sends.sends(),
                List.of(
                        customers.select(sends.customer()).named("customer"),
                        words("offer", offers.stream().map(one -> one.offer().id()).toList()),
                        words(
                                "channel",
                                offers.stream().map(one -> one.offer().channel()).toList()),
                        money("value", plan.offers()::valueMicros),
                        money("cost", plan.offers()::costMicros),
                        numbers("uplift", plan.scores().uplift(), treatments),
                        numbers("order_probability", plan.scores().orderProbability(), treatments),
                        times.column("send_at", 0),
                        times.column("expires_at", day.expiresAfter().toSeconds()),
                        decisions(),
                        propensities()));
    }

    private interface Micros {
        long of(int offer, int customer);
    }

    private MoneyColumn money(String column, Micros micros) {
        long[] amounts = new long[sends.sends()];
        for (int send = 0; send < amounts.length; send++) {
            amounts[send] = micros.of(sends.offer()[send], sends.customer()[send]);
        }
        return new MoneyColumn(column, amounts);
    }

    private NumberColumn numbers(String column, float[][] scores, int[] treatments) {
        float[] values = new float[sends.sends()];
        for (int send = 0; send < values.length; send++) {
            values[send] = scores[treatments[sends.offer()[send]]][sends.customer()[send]];
        }
        return new NumberColumn(column, values);
    }

    /** The word of each send's offer, as a category. */
    private CategoryColumn words(String column, List<String> wordOfOffer) {
        return category(column, wordOfOffer, send -> sends.offer()[send], sends.sends());
    }

    /** One of some words for each row; words are sorted, as a column wants them. */
    static CategoryColumn category(
            String column, List<String> words, IntUnaryOperator wordOfRow, int rows) {
        List<String> sorted = words.stream().distinct().sorted().toList();
        int[] place = words.stream().mapToInt(sorted::indexOf).toArray();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = place[wordOfRow.applyAsInt(row)];
        }
        return new CategoryColumn(column, codes, sorted);
    }

    private IdColumn decisions() {
        IdColumn.Builder ids = new IdColumn.Builder("decision_id");
        DecisionIds decisions = new DecisionIds(file.campaign(), day.date());
        OfferBook book = plan.offers();
        for (int send = 0; send < sends.sends(); send++) {
            ids.add(
                    decisions.of(
                            customers.id(sends.customer()[send]),
                            book.offers().get(sends.offer()[send]).id()));
        }
        return ids.build();
    }

    private AmountColumn propensities() {
        double[] perCustomer = new Arms(plan, day).propensities();
        double[] perSend = new double[sends.sends()];
        for (int send = 0; send < perSend.length; send++) {
            perSend[send] = perCustomer[sends.customer()[send]];
        }
        return new AmountColumn("propensity", perSend);
    }
}
