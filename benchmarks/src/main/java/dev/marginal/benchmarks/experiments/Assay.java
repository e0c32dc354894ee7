package dev.marginal.benchmarks.experiments;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What every measurement on an experiment is told.
 *
 * @param data folder of the public data
 * @param outcome what the learners learn
 * @param contenders the default first
 * @param splits a random split each
 * @param execution with how many threads
 * @param facts where the findings go
 */
record Assay(
        Path data,
        String outcome,
        List<String> contenders,
        long[] splits,
        Execution execution,
        Facts facts) {
    private static final Set<String> OPTIONS =
            Set.of("data", "outcome", "learners", "splits", "threads", "facts");

    static Assay of(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        List<String> contenders =
                Contenders.ordered(options.words("learners", Contenders.learners()));
        return new Assay(
                Path.of(options.text("data", "")),
                options.text("outcome", "spend"),
                contenders.stream().filter(name -> !name.equals(Contenders.ZERO)).toList(),
                options.numbers("splits", "1"),
                new Execution(options.integer("threads", 2)),
                options.facts());
    }

    /** What a contender learns from one half and says of the other. */
    UpliftScores scores(String contender, Halves halves) {
        return Contenders.named(
                        contender,
                        Contenders.averageEffects(halves.learnt()),
                        LearnerSettings.defaults(),
                        execution)
                .scores(halves.learnt(), halves.judged().customers());
    }

    /** Adds a finding of one contender. */
    void tell(String what, String contender, double value) {
        facts.add(name(what, contender), value);
    }

    /** The name of a contender's fact. */
    static String name(String what, String contender) {
        return what + ", " + contender;
    }

    static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
