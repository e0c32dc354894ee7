package dev.marginal.benchmarks.python;

import dev.marginal.boosting.Trees;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;
import java.util.List;

/**
 * The trees that Python's learners are given, and Marginal's X-learner with the very same: squared
 * error, one joint model, no early stopping. The trees are those of Marginal's defaults, which were
 * chosen for heavy-tailed GMV; so peers profit from that choice.
 */
final class SameTrees {
    private SameTrees() {}

    /** Marginal's X-learner as CausalML's is set up. */
    static LearnerSettings settings() {
        LearnerSettings defaults = LearnerSettings.defaults();
        return new LearnerSettings(
                defaults.seed(),
                defaults.folds(),
                1,
                Head.SQUARED,
                0,
                defaults.outcome(),
                defaults.order(),
                defaults.basket(),
                defaults.effect());
    }

    /** What Python reads: name, tab, value. */
    static List<String> lines(int threads) {
        LearnerSettings settings = settings();
        return List.of(
                "seed\t" + settings.seed(),
                "threads\t" + threads,
                "trees.outcome\t" + words(settings.outcome()),
                "trees.order\t" + words(settings.order()),
                "trees.effect\t" + words(settings.effect()));
    }

    /** Rounds, depth, learning rate, least leaf weight, ridge and share of rows. */
    static String words(Trees trees) {
        return "%d,%d,%s,%s,%s,%s"
                .formatted(
                        trees.rounds(),
                        trees.depth(),
                        trees.learningRate(),
                        trees.leastLeafWeight(),
                        trees.ridge(),
                        trees.rowShare());
    }
}
