package dev.marginal.benchmarks.learning;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.uplift.UpliftScores;

/**
 * Fits one contender on planted histories, one per seed, and holds what it predicts for other
 * customers against the truth. What cannot be fitted is told with the reason.
 */
public final class TruthCase {
    private static final double SHARE = 0.3;

    private TruthCase() {}

    /** Measures one contender in one world. */
    public static void main(String[] arguments) {
        Trial trial = Trial.of(arguments);
        for (long seed : trial.seeds()) {
            try {
                measure(trial, World.of(trial.world(), seed, trial.rows(), trial.audience()));
            } catch (IllegalArgumentException refused) {
                trial.facts().add("refused", refused.getMessage());
                return;
            }
        }
    }

    private static void measure(Trial trial, World world) {
        long start = System.nanoTime();
        UpliftScores scores =
                trial.contender(world.meanEffects())
                        .scores(world.past().history(), world.audience().customers());
        trial.facts().add("seconds", (System.nanoTime() - start) / 1e9);
        TrueEffects effects = TrueEffects.of(scores.uplift()[0], world.audience().uplift()[0]);
        trial.facts().add("top", effects.topGain(SHARE));
        if (!trial.isPlain()) {
            trial.facts().add("rank", effects.rankCorrelation());
        }
        if (!trial.contender().equals(Contenders.OUTCOME)) {
            trial.facts().add("error", effects.rootError());
            trial.facts().add("bias", effects.bias());
        }
        if (!trial.isPlain() && !trial.contender().equals(Contenders.OUTCOME)) {
            trial.facts().add("slope", effects.slope());
        }
    }
}
