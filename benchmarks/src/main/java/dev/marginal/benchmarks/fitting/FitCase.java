package dev.marginal.benchmarks.fitting;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import dev.marginal.uplift.learners.Learners;
import java.lang.management.ManagementFactory;
import java.util.Set;

/**
 * Fits the default learner on a large history and scores as many customers, several times, each
 * time beside the same work by XGBoost alone. The memory is that of the first fit, before anything
 * else large has been done in this JVM.
 */
public final class FitCase {
    private static final Set<String> OPTIONS =
            Set.of("rows", "features", "treatments", "seed", "repeats", "threads", "facts");

    private static final int SMALL = 5_000;

    private final Options options;
    private final Facts facts;
    private final int threads;
    private final UpliftLearner learner;

    private FitCase(Options options) {
        this.options = options;
        this.facts = options.facts();
        this.threads = options.integer("threads", 2);
        this.learner =
                Learners.named(
                        Contenders.DEFAULT, LearnerSettings.defaults(), new Execution(threads));
    }

    /** Measures one size. */
    public static void main(String[] arguments) {
        new FitCase(Options.of(arguments, OPTIONS)).measure();
    }

    private void measure() {
        warmUp();
        facts.add("memory before", OwnMemory.held());
        CampaignHistory history = history(options.integer("rows", 1_000_000));
        System.gc();
        facts.add("memory with history", OwnMemory.held());
        OwnMemory.forgetPeak();
        UpliftModel model = fit(history);
        facts.add("memory at most", OwnMemory.peak());
        BareWork bare = new BareWork(history, model.parts(), threads);
        facts.add("fits", bare.fits());
        facts.add("trees", bare.trees());
        bare.fit().tell(facts, "bare fit");
        score(history, model, bare);
        for (int repeat = 1; repeat < options.integer("repeats", 3); repeat++) {
            bare.fit().tell(facts, "bare fit");
            fit(history);
            score(history, model, bare);
        }
    }

    private void warmUp() {
        CampaignHistory small = history(SMALL);
        UpliftModel model = learner.fit(small);
        model.score(small.customers());
        System.gc();
    }

    private CampaignHistory history(int rows) {
        return BigHistory.of(
                options.integer("seed", 1),
                rows,
                options.integer("features", 20),
                options.integer("treatments", 4));
    }

    private UpliftModel fit(CampaignHistory history) {
        facts.add("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        UpliftModel[] model = new UpliftModel[1];
        Effort effort = new Effort();
        effort.time(() -> model[0] = learner.fit(history));
        effort.tell(facts, "fit");
        return model[0];
    }

    private void score(CampaignHistory history, UpliftModel model, BareWork bare) {
        Effort effort = new Effort();
        effort.time(() -> model.score(history.customers()));
        effort.tell(facts, "score");
        bare.score(history.customers()).tell(facts, "bare score");
    }
}
