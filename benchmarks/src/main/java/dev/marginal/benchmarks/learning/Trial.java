package dev.marginal.benchmarks.learning;

import dev.marginal.benchmarks.contenders.Contender;
import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;
import java.util.Set;

/**
 * What every measurement of a contender is told.
 *
 * @param contender its name
 * @param world the world's name
 * @param rows of the history
 * @param audience customers to predict for
 * @param seeds a world each
 * @param settings of the learner
 * @param execution with how many threads
 * @param facts where the findings go
 */
record Trial(
        String contender,
        String world,
        int rows,
        int audience,
        long[] seeds,
        LearnerSettings settings,
        Execution execution,
        Facts facts) {
    private static final Set<String> OPTIONS =
            Set.of("contender", "world", "rows", "audience", "seeds", "threads", "facts");

    static Trial of(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        String world = options.text("world", "randomised");
        return new Trial(
                options.text("contender", Contenders.DEFAULT),
                world,
                options.integer("rows", 50_000),
                options.integer("audience", 40_000),
                options.numbers("seeds", "1"),
                settings(world),
                new Execution(options.integer("threads", 2)),
                options.facts());
    }

    /** Outcomes that can be negative take a head that can. */
    private static LearnerSettings settings(String world) {
        LearnerSettings settings = LearnerSettings.defaults();
        return World.isNieWager(world) ? settings.withHead(Head.SQUARED) : settings;
    }

    Contender contender(double[] constants) {
        return Contenders.named(contender, constants, settings, execution);
    }

    boolean isPlain() {
        return contender.equals(Contenders.ZERO) || contender.equals(Contenders.CONSTANT);
    }
}
