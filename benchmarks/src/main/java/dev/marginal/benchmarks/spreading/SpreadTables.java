package dev.marginal.benchmarks.spreading;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.money;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.small;
import static dev.marginal.benchmarks.reports.Figures.whole;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.OptionalDouble;

/** The tables of a run. */
final class SpreadTables {
    private SpreadTables() {}

    static String of(List<SpreadRun.Pair> pairs) {
        return """
                Seconds are those of `allocate`, from the book, or the persisted partitions, to the proven plan; work is that of all cores. Both JVMs have planned
                a smaller campaign before. The same: everybody gets the same sends from both.

                %s
                What the driver asked of Spark and what came back. A pass brings sums of whole numbers and the curvature; its bytes are those of all numbers of the
                largest, for each partition. Rows are those of the sample that the search begins with and of the customers whose choice is open at the end.

                %s"""
                .formatted(times(pairs), traffic(pairs));
    }

    private static String times(List<SpreadRun.Pair> pairs) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "threads, seconds",
                        "work",
                        "Spark, seconds",
                        "work",
                        "times as long",
                        "value",
                        "gap",
                        "the same",
                        "threads, GiB",
                        "Spark, GiB",
                        "plans");
        for (SpreadRun.Pair pair : pairs) {
            Facts threads = pair.threads().facts();
            Facts spark = pair.spark().facts();
            table.row(
                    pair.family().toString(),
                    seconds(threads.median("plan")),
                    seconds(threads.median("plan, work")),
                    seconds(spark.median("plan")),
                    seconds(spark.median("plan, work")),
                    ratio(spark.median("plan"), threads.median("plan")),
                    money(spark.median("value")),
                    small(spark.median("gap")),
                    isSame(threads, spark) ? "yes" : "**no**",
                    gibibytes(pair.threads().peakBytes()),
                    gibibytes(pair.spark().peakBytes()),
                    ended(pair.threads()) + ", " + ended(pair.spark()));
        }
        return table.toString();
    }

    private static String traffic(List<SpreadRun.Pair> pairs) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "jobs",
                        "passes",
                        "bytes of a pass",
                        "gatherings",
                        "rows",
                        "MiB of rows");
        for (SpreadRun.Pair pair : pairs) {
            Facts facts = pair.spark().facts();
            table.row(
                    pair.family().toString(),
                    whole(facts.median("jobs")),
                    whole(facts.median("passes")),
                    whole(facts.median("bytes of a pass")),
                    whole(facts.median("gathers")),
                    whole(facts.median("rows")),
                    format("%.1f", facts.median("bytes of rows").orElse(0) / (1 << 20)));
        }
        return table.toString();
    }

    private static boolean isSame(Facts threads, Facts spark) {
        List<String> traces = threads.texts("trace");
        return !traces.isEmpty()
                && !spark.texts("trace").isEmpty()
                && spark.texts("trace").stream().allMatch(traces.get(0)::equals)
                && traces.stream().allMatch(traces.get(0)::equals);
    }

    private static String ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? format("%.2f", one.getAsDouble() / other.getAsDouble())
                : Figures.NONE;
    }

    private static String ended(Child.Ended ended) {
        int count = ended.facts().numbers("plan").length;
        return ended.isDone() ? count + "" : count + ", then " + ended.words();
    }
}
