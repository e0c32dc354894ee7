package dev.marginal.app.answers;

import dev.marginal.value.boosted.BoostedModel;
import dev.marginal.value.fitting.LearntValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which models tell the columns of scores. */
final class ColumnSources {
    private static final String LOG = "log";
    private static final String AMOUNTS = "gamma_gamma";

    private ColumnSources() {}

    /** By column, in the order of the file. */
    static Map<String, List<String>> of(LearntValue model) {
        String purchases = model.parametric().model();
        List<String> both = List.of(purchases, AMOUNTS);
        List<String> trees = List.of(BoostedModel.NAME);
        boolean grown = model.trees().isPresent();
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put("customer", List.of(LOG));
        sources.put("p_alive", List.of(purchases));
        sources.put("expected_purchases", grown ? trees : List.of(purchases));
        sources.put("expected_spend", grown ? trees : List.of(AMOUNTS));
        sources.put("value", grown ? trees : both);
        sources.put("value_of_an_order", both);
        List.of("frequency", "recency", "age").forEach(column -> sources.put(column, List.of(LOG)));
        sources.put("stage", List.of(purchases, LOG));
        List.of("rfm", "segment").forEach(column -> sources.put(column, List.of(LOG)));
        return sources;
    }
}
