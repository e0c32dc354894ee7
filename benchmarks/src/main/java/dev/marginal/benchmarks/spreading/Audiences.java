package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.serving.CampaignFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.launcher.JavaModuleOptions;

/** Plans planted audiences from their Parquet files to a published plan, by Spark in one JVM. */
final class Audiences {
    private static final Duration KILL_AFTER = Duration.ofMinutes(30);

    private final Assignment assignment;
    private final Options options;

    Audiences(Assignment assignment) {
        this.assignment = assignment;
        this.options = assignment.options();
    }

    /** One audience, planned. */
    record Measured(int customers, Child.Ended planned) {}

    /** Measures every size, and tells all that are measured after each. */
    void run(Consumer<List<Measured>> told) {
        List<Measured> measured = new ArrayList<>();
        for (String customers : options.words("spark-audiences", "250000,1000000")) {
            if (customers.equals("none")) {
                return;
            }
            measured.add(measured(Integer.parseInt(customers)));
            told.accept(List.copyOf(measured));
        }
    }

    private Measured measured(int customers) {
        CampaignFolder campaign =
                CampaignFolder.usual(assignment, customers, options.integer("spark-seed", 101))
                        .planted(assignment);
        assignment.progress().accept("an audience of %,d, whole".formatted(customers));
        List<String> java = new ArrayList<>(List.of("-Xmx4g", "-XX:+UseParallelGC"));
        java.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        List<String> arguments =
                List.of(
                        "--folder", campaign.path().toAbsolutePath() + "",
                        "--partitions", options.integer("partitions", 8) + "",
                        "--repeats", options.integer("repeats", 3) + "");
        Child.Ended ended = new Child(AudienceCase.class, java, arguments, KILL_AFTER).run();
        assignment.progress().accept("  " + ended.words() + ", output in " + ended.log());
        return new Measured(customers, ended);
    }
}
