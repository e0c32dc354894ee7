package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.reports.ResultFile;
import java.util.Set;

/**
 * Plans the same campaigns by threads and by Spark, and a planted audience from its files to a
 * published plan.
 */
public final class SpreadRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of(
                    "spark-cases",
                    "spark-audiences",
                    "spark-seed",
                    "partitions",
                    "driver-heap",
                    "repeats");

    private final Assignment assignment;
    private String allocations = "";

    /**
     * A run to come.
     *
     * @param assignment with the options {@code spark-cases}, such as {@code 1000000x10x50}; {@code
     *     spark-audiences}, customers of the planted audiences; {@code partitions} of Spark; {@code
     *     driver-heap} of a driver apart; {@code repeats}; {@code spark-seed} of the campaigns
     */
    public SpreadRun(Assignment assignment) {
        this.assignment = assignment;
    }

    /** Measures every size. */
    public void run() {
        tell();
        ResultFile result = assignment.result();
        new Allocations(assignment.options(), assignment.progress())
                .run(
                        measured -> {
                            allocations = SpreadTables.of(measured);
                            result.write(allocations);
                        });
        new Audiences(assignment)
                .run(measured -> result.write(allocations + "\n" + AudienceTables.of(measured)));
    }

    private void tell() {
        Options options = assignment.options();
        ResultFile result = assignment.result();
        result.setting("Seed", options.integer("spark-seed", 101));
        result.setting("Partitions", options.integer("partitions", 8) + ", two tasks at a time");
        result.setting("Heap of a driver apart", options.text("driver-heap", "1g"));
        result.setting(
                "Plans of each campaign", options.integer("repeats", 3) + ", medians over them");
    }
}
