package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets Marginal learn and predict from the very files that peers read, split by split, in this JVM,
 * which nothing has warmed up.
 */
public final class MarginalCase {
    /** The default learner with its default settings. */
    static final String STANDARD = "marginal";

    /** The X-learner with the trees that peers are given. */
    static final String SAME_TREES = "marginal-x";

    /** The forests of that X-learner alone. */
    static final String FORESTS_ALONE = "marginal-x-forests";

    private static final Set<String> OPTIONS =
            Set.of("contender", "data", "out", "splits", "threads", "facts");

    private MarginalCase() {}

    /** Measures the splits that {@code out} does not have yet. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, OPTIONS);
        Path data = Path.of(options.text("data", ""));
        Path out = Path.of(options.text("out", ""));
        Files.createDirectories(out);
        Contender learner =
                learner(
                        options.text("contender", STANDARD),
                        new Execution(options.integer("threads", 2)));
        for (String split : options.words("splits", "101")) {
            if (!Files.exists(out.resolve(split + ".tsv"))) {
                measure(learner, data.resolve(split), out, split);
            }
        }
    }

    /** Learns, and then says the treatment's effect on other customers. */
    private interface Contender extends Function<CampaignHistory, Function<Customers, double[]>> {}

    private static Contender learner(String contender, Execution execution) {
        return switch (contender) {
            case STANDARD ->
                    of(Learners.named(Contenders.DEFAULT, LearnerSettings.defaults(), execution));
            case SAME_TREES -> of(Learners.named("x", SameTrees.settings(), execution));
            case FORESTS_ALONE -> new FourForests(SameTrees.settings(), execution)::fit;
            default ->
                    throw new IllegalArgumentException(
                            "contender (%s) must be one of Marginal's.".formatted(contender));
        };
    }

    private static Contender of(UpliftLearner learner) {
        return history -> {
            UpliftModel model = learner.fit(history);
            return customers -> effect(model.score(customers));
        };
    }

    private static double[] effect(UpliftScores scores) {
        double[] effect = new double[scores.uplift()[0].length];
        Arrays.setAll(effect, row -> scores.uplift()[0][row]);
        return effect;
    }

    private static void measure(Contender learner, Path folder, Path out, String split)
            throws IOException {
        Path part = out.resolve(split + ".part");
        Files.deleteIfExists(part);
        Facts facts = new Facts(part);
        CampaignHistory learnt = new Part(folder.resolve("learn")).read();
        CampaignHistory judged = new Part(folder.resolve("judge")).read();
        Function<Customers, double[]> model = timed(facts, "fit", () -> learner.apply(learnt));
        double[] effect = timed(facts, "score", () -> model.apply(judged.customers()));
        PlainArrays.write(out.resolve(split + ".f64"), effect);
        facts.add("peak bytes", OwnMemory.peak());
        Files.move(part, out.resolve(split + ".tsv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static <T> T timed(Facts facts, String name, Supplier<T> work) {
        Effort effort = new Effort();
        AtomicReference<T> result = new AtomicReference<>();
        effort.time(() -> result.set(work.get()));
        effort.tell(facts, name);
        return result.get();
    }
}
