package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.uplift.UpliftScores;
import java.util.ArrayList;
import java.util.List;

/** The table of what a plan was decided on: a row for every customer. */
final class ScoreColumns {
    private ScoreColumns() {}

    static Table table(CampaignFile file, Audience audience, UpliftScores scores) {
        List<Column> columns = new ArrayList<>(List.of(audience.ids().named("customer")));
        columns.add(new NumberColumn("baseline", scores.baseline()));
        if (file.objective().countsFuture()) {
            columns.add(
                    new NumberColumn(
                            "baseline_order_probability", scores.baselineOrders().orElseThrow()));
            columns.add(
                    new NumberColumn(
                            "value_of_an_order",
                            audience.traits().future().orElseThrow().ofAnOrder()));
        }
        for (int t = 0; t < scores.treatments().size(); t++) {
            String treatment = scores.treatments().get(t);
            columns.add(new NumberColumn("uplift." + treatment, scores.uplift()[t]));
            columns.add(
                    new NumberColumn(
                            "order_probability." + treatment, scores.orderProbability()[t]));
            if (scores.cost().isPresent()) {
                columns.add(new NumberColumn("cost." + treatment, scores.cost().get()[t]));
            }
        }
        return new Table("scores", scores.customers(), columns);
    }
}
