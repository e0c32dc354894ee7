package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.learners.Learners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Lets Marginal learn and predict from the very files that peers read, split by split, in this JVM,
 * which nothing has warmed up.
 */
public final class MarginalCase {
    /** The default learner with its default settings. */
    static final String STANDARD = "marginal";

    /** The X-learner with the trees that peers are given. */
    static final String SAME_TREES = "marginal-x";

    private static final Set<String> OPTIONS =
            Set.of("contender", "data", "out", "splits", "threads", "facts");

    private MarginalCase() {}

    /** Measures the splits that {@code out} does not have yet. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, OPTIONS);
        Path data = Path.of(options.text("data", ""));
        Path out = Path.of(options.text("out", ""));
        Files.createDirectories(out);
        UpliftLearner learner =
                learner(
                        options.text("contender", STANDARD),
                        new Execution(options.integer("threads", 2)));
        for (String split : options.words("splits", "101")) {
            if (!Files.exists(out.resolve(split + ".tsv"))) {
                measure(learner, data.resolve(split), out, split);
            }
        }
    }

    private static UpliftLearner learner(String contender, Execution execution) {
        boolean same = contender.equals(SAME_TREES);
        Requires.require(
                same || contender.equals(STANDARD), "contender", contender, "one of Marginal's");
        return same
                ? Learners.named("x", SameTrees.settings(), execution)
                : Learners.named(Contenders.DEFAULT, LearnerSettings.defaults(), execution);
    }

    private static void measure(UpliftLearner learner, Path folder, Path out, String split)
            throws IOException {
        Path part = out.resolve(split + ".part");
        Files.deleteIfExists(part);
        Facts facts = new Facts(part);
        CampaignHistory learnt = new Part(folder.resolve("learn")).read();
        CampaignHistory judged = new Part(folder.resolve("judge")).read();
        UpliftModel[] model = new UpliftModel[1];
        UpliftScores[] scores = new UpliftScores[1];
        timed(facts, "fit", () -> model[0] = learner.fit(learnt));
        timed(facts, "score", () -> scores[0] = model[0].score(judged.customers()));
        double[] effect = new double[judged.rows()];
        Arrays.setAll(effect, row -> scores[0].uplift()[0][row]);
        PlainArrays.write(out.resolve(split + ".f64"), effect);
        facts.add("peak bytes", OwnMemory.peak());
        Files.move(part, out.resolve(split + ".tsv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void timed(Facts facts, String name, Runnable work) {
        Effort effort = new Effort();
        effort.time(work);
        effort.tell(facts, name);
    }
}
