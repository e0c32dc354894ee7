package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.experiments.HillstromCase;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.learners.Learners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Writes the splits of one data set for all contenders: {@code settings.tsv}, and per split {@code
 * learn}, {@code judge} and, for the judge alone, {@code effect.f32}, the doubly robust effects of
 * the judged rows, and {@code truth.f64} where the truth is known. Their outcome models are a
 * T-learner's of the rows to learn from; propensities are known, so any would be without bias.
 */
public final class PrepareCase {
    private static final Set<String> OPTIONS =
            Set.of("set", "splits", "data", "judged", "threads", "into", "facts");

    private PrepareCase() {}

    /** Writes the splits that are not there yet. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, OPTIONS);
        Path into = Path.of(options.text("into", ""));
        int threads = options.integer("threads", 2);
        Files.createDirectories(into);
        Files.write(into.resolve("settings.tsv"), SameTrees.lines(threads));
        for (long seed : options.numbers("splits", "101")) {
            Path folder = into.resolve(seed + "");
            Path complete = folder.resolve("effect.f32");
            if (!Files.exists(complete)) {
                Split split =
                        Split.of(
                                options.text("set", ""),
                                seed,
                                Path.of(options.text("data", "")),
                                options.integer("judged", 40_000));
                write(split, folder);
                PlainArrays.write(complete, effects(split, new Execution(threads)));
            }
        }
    }

    private static void write(Split split, Path folder) {
        new Part(folder.resolve("learn")).write(split.learnt());
        new Part(folder.resolve("judge")).write(split.judged());
        split.truth().ifPresent(truth -> PlainArrays.write(folder.resolve("truth.f64"), truth));
    }

    private static float[] effects(Split split, Execution execution) {
        UpliftScores outcomes =
                Learners.named("t", LearnerSettings.defaults(), execution)
                        .fit(split.learnt())
                        .score(split.judged().customers());
        return HillstromCase.doublyRobust(split.judged(), outcomes)[0];
    }
}
