package dev.marginal.benchmarks.python;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.FeatureSpec;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.Forests;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.TrainingRows;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What Marginal's booster takes for an X-learner of one treatment as CausalML has it: outcome
 * models of both arms, then effect models of both, and none of the models of orders and GMV that
 * plans need beside them. With two threads or more, both arms grow at a time.
 */
record FourForests(LearnerSettings settings, Execution execution) {
    /** Learns from a history of two arms; the answer says the effect on each of some customers. */
    Function<Customers, double[]> fit(CampaignHistory history) {
        List<FeatureSpec> specs =
                history.customers().features().stream().map(FeatureSpec::of).toList();
        FeatureMatrix matrix = matrix(history.customers(), specs);
        ExecutorService arms = Executors.newFixedThreadPool(Math.min(2, execution.threads()));
        try (Arm control = new Arm(history, matrix, 0);
                Arm treated = new Arm(history, matrix, 1)) {
            Supplier<Forest> baseline = on(arms, control::outcome);
            Supplier<Forest> outcome = on(arms, treated::outcome);
            Forest ofControl = baseline.get();
            Forest ofTreated = outcome.get();
            Supplier<Forest> fromControl = on(arms, () -> control.effect(ofTreated, -1));
            Supplier<Forest> fromTreated = on(arms, () -> treated.effect(ofControl, 1));
            List<Forest> effects = List.of(fromControl.get(), fromTreated.get());
            double share = (double) treated.label.length / history.rows();
            return customers -> predict(effects, share, matrix(customers, specs));
        } finally {
            arms.shutdown();
        }
    }

    private static FeatureMatrix matrix(Customers customers, List<FeatureSpec> specs) {
        return FeatureMatrix.of(customers.rows(), customers.features(), specs);
    }

    private static Supplier<Forest> on(ExecutorService arms, Supplier<Forest> work) {
        return CompletableFuture.supplyAsync(work, arms)::join;
    }

    private double[] predict(List<Forest> effects, double share, FeatureMatrix matrix) {
        double[] effect = new double[matrix.rows()];
        Forests.plain(effects, execution)
                .predict(
                        matrix,
                        (from, to, plain, joint) -> {
                            for (int i = 0; i < to - from; i++) {
                                effect[from + i] = share * plain[0][i] + (1 - share) * plain[1][i];
                            }
                        });
        return effect;
    }

    /** The rows of one arm. */
    private final class Arm implements AutoCloseable {
        private final int number;
        private final float[] label;
        private final TrainingRows rows;

        Arm(CampaignHistory history, FeatureMatrix matrix, int number) {
            this.number = number;
            int[] which = history.rowsOf(number);
            this.label = new float[which.length];
            for (int i = 0; i < which.length; i++) {
                label[i] = (float) history.gmv()[which[i]];
            }
            float[] weight = new float[which.length];
            Arrays.fill(weight, 1);
            int threads = Math.max(1, execution.threads() / 2);
            this.rows = TrainingRows.of(matrix, which, weight, new Execution(threads));
        }

        Forest outcome() {
            return rows.fit(target(label), settings.outcome(), settings.seed() + number);
        }

        /** From what the other arm's outcome model leaves unexplained, with this sign. */
        Forest effect(Forest other, int sign) {
            float[] imputed = rows.predict(other);
            for (int i = 0; i < imputed.length; i++) {
                imputed[i] = sign * (label[i] - imputed[i]);
            }
            return rows.fit(target(imputed), settings.effect(), settings.seed() + 2 + number);
        }

        private static Target target(float[] label) {
            return Target.of(Objective.SQUARED_ERROR, label);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
