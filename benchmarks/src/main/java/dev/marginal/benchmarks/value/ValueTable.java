package dev.marginal.benchmarks.value;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.whole;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Repeats;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Learning and scoring, step by step. */
final class ValueTable {
    private static final double MEBIBYTE = 1 << 20;

    private ValueTable() {}

    static String of(List<Finding> findings) {
        return """
                A year's log of planted customers (`PlantedLog`), CSV in the order of the days. Reading: the file into typed columns. Summing up:
                its rows grouped by customer and day, and each customer's past. Fit: `ValueLearner.fit` with Pareto/NBD and
                Gamma-Gamma, the fingerprint of the rows and the correlation of frequency and amount. Whole: all three, what `marginal value fit`
                does between its file and its model. Seconds are medians over the repeats by the clock, with the first, in a JVM that is
                cold, apart; work is that of all cores. At most: the whole process, as Linux counts it, the log still in memory. The target is 10 seconds for a million customers.

                %s
                The models alone, and how often the likelihood was computed:

                %s
                Scoring: P(alive), purchases, spend, value and the value of an order of every customer a year ahead, discounted by 10 %% a
                year. With stages: the same again with stage, RFM scores and segments. Writing: all of it as CSV, one thread. The target is 20 seconds for ten million customers.

                %s%s"""
                .formatted(
                        learning(findings),
                        models(findings),
                        scoring(findings),
                        Finding.troubles(findings));
    }

    private static MarkdownTable learning(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers",
                        "rows",
                        "log on disk, MiB",
                        "reading, seconds",
                        "summing up, seconds",
                        "fit, seconds",
                        "whole, seconds",
                        "work",
                        "first",
                        "at most, MiB",
                        "load",
                        "repeats");
        for (Finding finding : findings) {
            Facts facts = finding.facts();
            double[] whole = sum(finding, "");
            table.row(
                    finding.name(),
                    whole(facts.median("rows")),
                    mebibytes(facts.median("bytes on disk")),
                    seconds(facts.median("reading")),
                    seconds(median(difference(finding))),
                    seconds(facts.median("model")),
                    seconds(median(whole)),
                    seconds(median(sum(finding, ", work"))),
                    seconds(Arrays.stream(whole).findFirst()),
                    mebibytes(facts.most("memory of fitting")),
                    finding.loads(),
                    whole.length + "");
        }
        return table;
    }

    private static MarkdownTable models(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers",
                        "different histories",
                        "Pareto/NBD, seconds",
                        "evaluations",
                        "BG/NBD, seconds",
                        "evaluations",
                        "Gamma-Gamma, seconds",
                        "evaluations");
        for (Finding finding : findings) {
            Facts facts = finding.facts();
            table.row(
                    finding.name(),
                    whole(facts.median("different histories")),
                    seconds(facts.median("pareto_nbd")),
                    whole(facts.median("pareto_nbd, evaluations")),
                    seconds(facts.median("bg_nbd")),
                    whole(facts.median("bg_nbd, evaluations")),
                    seconds(facts.median("gamma_gamma")),
                    whole(facts.median("gamma_gamma, evaluations")));
        }
        return table;
    }

    private static MarkdownTable scoring(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "customers",
                        "scoring, seconds",
                        "work",
                        "with stages, seconds",
                        "writing, seconds",
                        "before, MiB",
                        "scoring at most, MiB");
        for (Finding finding : findings) {
            Facts facts = finding.facts();
            table.row(
                    finding.name(),
                    seconds(facts.median("scoring")),
                    seconds(facts.median("scoring, work")),
                    seconds(facts.median("scoring with stages")),
                    seconds(facts.median("writing")),
                    mebibytes(facts.most("memory before scoring")),
                    mebibytes(facts.most("memory of scoring")));
        }
        return table;
    }

    /** From the file to the model. */
    private static double[] sum(Finding finding, String kind) {
        double[] log = finding.numbers("log" + kind);
        double[] summing = finding.numbers("summing" + kind);
        double[] model = finding.numbers("model" + kind);
        double[] sum = new double[model.length];
        Arrays.setAll(sum, i -> log[i] + summing[i] + model[i]);
        return sum;
    }

    /** What of the log's time was not spent on the file, and the sums. */
    private static double[] difference(Finding finding) {
        double[] log = finding.numbers("log");
        double[] reading = finding.numbers("reading");
        double[] summing = finding.numbers("summing");
        double[] difference = new double[summing.length];
        Arrays.setAll(difference, i -> log[i] - reading[i] + summing[i]);
        return difference;
    }

    private static OptionalDouble median(double[] values) {
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(new Repeats(values).median());
    }

    private static String mebibytes(OptionalDouble bytes) {
        return bytes.isEmpty() ? Figures.NONE : format("%,.0f", bytes.getAsDouble() / MEBIBYTE);
    }
}
