package dev.marginal.value.boosted;

import dev.marginal.tables.IdColumn;
import dev.marginal.value.scoring.ValueScores;
import java.util.Arrays;

/**
 * What every customer is expected to bring within the model's horizon; row-aligned, owned by the
 * record and not to be changed.
 *
 * @param any probability of spending anything in the window that the model learnt from
 * @param purchases expected within the horizon
 * @param spend at one purchase: what those who spend are expected to spend in the window by the
 *     purchases that they are expected to make in it, in currency
 * @param value expected within the horizon, undiscounted, in currency
 */
public record BoostedScores(
        IdColumn customers, double[] any, double[] purchases, double[] spend, double[] value) {
    /**
     * A parametric model's scores with what trees say in place of theirs: how much is bought and
     * for how much. Who is alive and what an order adds stay as they are: trees know neither.
     *
     * @param worth what a coin of the horizon is worth today, in (0, 1]
     */
    public ValueScores over(ValueScores parametric, double worth) {
        return new ValueScores(
                parametric.customers(),
                parametric.horizon(),
                parametric.alive(),
                purchases,
                spend,
                Arrays.stream(value).map(each -> each * worth).toArray(),
                parametric.valueOfAnOrder());
    }
}
