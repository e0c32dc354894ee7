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

    static String of(List<Allocations.Measured> all) {
        return """
                Seconds are those of `allocate`, from the book, or the persisted partitions, to the proven plan; work is that of all cores. Every JVM has planned
                a smaller campaign before. The same: everybody gets the same sends as by threads. Here Spark is driver and executor in one JVM.

                %s
                What the driver asked of Spark and what came back. A pass brings sums of whole numbers and the curvature; its bytes are those of all numbers of the
                largest, for each partition. Rows are those of the sample that the search begins with and of the customers whose choice is open at the end.

                %s
                The same plans by a standalone cluster on loopback: the driver in a JVM of its own with a small heap, and one worker whose executor has all cores
                and the customers, drawn there. Heap in use is that of the driver after a full collection, while it holds the plan; peaks are of resident memory,
                since each process began.

                %s"""
                .formatted(times(all), traffic(all), apart(all));
    }

    private static String times(List<Allocations.Measured> all) {
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
        for (Allocations.Measured one : all) {
            Facts threads = one.threads().facts();
            Facts spark = one.local().facts();
            table.row(
                    one.family().toString(),
                    seconds(threads.median("plan")),
                    seconds(threads.median("plan, work")),
                    seconds(spark.median("plan")),
                    seconds(spark.median("plan, work")),
                    ratio(spark.median("plan"), threads.median("plan")),
                    money(spark.median("value")),
                    small(spark.median("gap")),
                    same(threads, spark),
                    gibibytes(one.threads().peakBytes()),
                    gibibytes(one.local().peakBytes()),
                    ended(one.threads()) + ", " + ended(one.local()));
        }
        return table.toString();
    }

    private static String traffic(List<Allocations.Measured> all) {
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
        for (Allocations.Measured one : all) {
            Facts facts = one.local().facts();
            table.row(
                    one.family().toString(),
                    whole(facts.median("jobs")),
                    whole(facts.median("passes")),
                    whole(facts.median("bytes of a pass")),
                    whole(facts.median("gathers")),
                    whole(facts.median("rows")),
                    mebibytes(facts.median("bytes of rows")));
        }
        return table.toString();
    }

    private static String apart(List<Allocations.Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers × offers × limits",
                        "seconds",
                        "driver's work",
                        "executor's work",
                        "the same",
                        "driver, heap in use, MiB",
                        "driver, peak GiB",
                        "executor, peak GiB",
                        "plans");
        for (Allocations.Measured one : all) {
            Facts facts = one.apart().facts();
            table.row(
                    one.family().toString(),
                    seconds(facts.median("plan")),
                    seconds(facts.median("plan, work")),
                    seconds(facts.median("executor work")),
                    same(one.threads().facts(), facts),
                    mebibytes(facts.median("driver heap")),
                    gibibytes(one.apart().peakBytes()),
                    gibibytes(facts.most("executor peak").orElse(0)),
                    ended(one.apart()));
        }
        return table.toString();
    }

    private static String mebibytes(OptionalDouble bytes) {
        return bytes.isPresent() ? format("%.1f", bytes.getAsDouble() / (1 << 20)) : Figures.NONE;
    }

    private static String same(Facts threads, Facts spark) {
        return isSame(threads, spark) ? "yes" : "**no**";
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
