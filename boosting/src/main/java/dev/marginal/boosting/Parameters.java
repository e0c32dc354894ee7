package dev.marginal.boosting;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What XGBoost is told; it accepts any word in silence, so the words stand here alone. */
final class Parameters {
    private static final int LARGEST_SEED = Integer.MAX_VALUE;

    private Parameters() {}

    static Map<String, Object> of(
            Target target,
            float[] weight,
            int columns,
            Trees trees,
            long seed,
            Execution execution) {
        Map<String, Object> parameters = of(trees, seed, execution);
        parameters.put("objective", target.objective().parameter());
        parameters.put("base_score", firstGuess(target, weight));
        if (target.objective() == Objective.TWEEDIE) {
            parameters.put("tweedie_variance_power", target.variancePower());
        }
        if (target.monotone().length > 0) {
            Requires.require(
                    target.monotone().length == columns,
                    "monotone",
                    target.monotone().length,
                    columns + ", one per column");
            parameters.put("monotone_constraints", tuple(target.monotone()));
        }
        return parameters;
    }

    static Map<String, Object> ofClasses(int classes, Trees trees, long seed, Execution execution) {
        Map<String, Object> parameters = of(trees, seed, execution);
        parameters.put("objective", "multi:softprob");
        parameters.put("num_class", classes);
        return parameters;
    }

    private static Map<String, Object> of(Trees trees, long seed, Execution execution) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", trees.depth());
        parameters.put("eta", trees.learningRate());
        parameters.put("min_child_weight", trees.leastLeafWeight());
        parameters.put("lambda", trees.ridge());
        parameters.put("subsample", trees.rowShare());
        parameters.put("seed", Math.floorMod(seed, LARGEST_SEED));
        parameters.put("nthread", execution.threads());
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static String tuple(int[] signs) {
        return Arrays.stream(signs)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static double firstGuess(Target target, float[] weight) {
        if (target.margin().length > 0) {
            return target.objective().neutral();
        }
        double sum = 0;
        double weights = 0;
        int rows = 0;
        for (int row = 0; row < weight.length; row++) {
            sum += (double) weight[row] * target.label()[row];
            weights += weight[row];
            rows += weight[row] > 0 ? 1 : 0;
        }
        if (target.objective() != Objective.LOGISTIC) {
            return sum / weights;
        }
        double average = weights / rows;
        return (sum + average / 2) / (weights + average);
    }
}
