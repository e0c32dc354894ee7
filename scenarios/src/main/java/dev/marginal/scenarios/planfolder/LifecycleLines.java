package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.lifecycle.StageRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What {@code plan.json} says of the log of purchases that stages and values come from. The keys
 * {@code source}, {@code rows} and {@code fingerprint} are those of any other input.
 *
 * @param asOf the last day of which purchases are known
 * @param because why that day
 * @param unit of time of horizon and parameters
 * @param purchases the parameters of the model of purchases, by name
 * @param spending those of the amounts
 * @param stages the rules, by stage
 * @param doubts what stands in the way of trust in the parameters
 */
record LifecycleLines(
        String source,
        long rows,
        String fingerprint,
        @JsonProperty("as_of") String asOf,
        String because,
        String model,
        String unit,
        double horizon,
        double discount,
        SortedMap<String, Double> purchases,
        SortedMap<String, Double> spending,
        Map<String, Object> stages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> doubts) {
    static LifecycleLines of(Standing standing) {
        FittedValueModel fitted = standing.fitted();
        return new LifecycleLines(
                fitted.source(),
                fitted.tally().rows(),
                fitted.fingerprint(),
                standing.eve().date().toString(),
                standing.eve().why(),
                fitted.model(),
                fitted.settings().unit().word(),
                standing.asked().horizon().length(),
                standing.asked().horizon().yearlyDiscount(),
                fitted.purchases().parameters(),
                fitted.spending().parameters(),
                rules(standing.asked().stages()),
                standing.doubts());
    }

    private static Map<String, Object> rules(StageRules rules) {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("new", Map.of("first_purchase_within_days", rules.newDays()));
        lines.put("lost", bounds(rules.lost()));
        lines.put("dormant", bounds(rules.dormant()));
        lines.put("at risk", bounds(rules.atRisk()));
        lines.put("loyal", Map.of("repeat_purchases", rules.loyalPurchases()));
        return lines;
    }

    private static Map<String, Object> bounds(StageRules.Bounds bounds) {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("p_alive_below", bounds.alive());
        lines.put("silent_days", bounds.days());
        return lines;
    }
}
