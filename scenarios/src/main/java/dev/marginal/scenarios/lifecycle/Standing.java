package dev.marginal.scenarios.lifecycle;

import dev.marginal.scenarios.Lifecycle;
import dev.marginal.tables.Table;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.lifecycle.Stage;
import dev.marginal.value.lifecycle.Transitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the customers of an audience stand, and what that rests on.
 *
 * @param asked what the campaign file asks
 * @param eve the day that they are looked at
 * @param fitted the purchase model, learnt until that day
 * @param columns {@link Lifecycle#COLUMNS}, row-aligned with the audience
 * @param bought how many of its customers have bought by then
 * @param stages how many of its customers are in each stage
 * @param moves how all customers of the log went from stage to stage, where that is asked
 */
public record Standing(
        Lifecycle asked,
        Lifecycle.Eve eve,
        FittedValueModel fitted,
        Table columns,
        int bought,
        Map<Stage, Long> stages,
        Optional<Transitions> moves) {
    /** What stands in the way of trust in the model, a sentence each; empty for nothing. */
    public List<String> doubts() {
        return List.of(fitted.purchases().finding(), fitted.spending().finding()).stream()
                .filter(finding -> !finding.isEmpty())
                .toList();
    }
}
