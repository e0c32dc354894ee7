package dev.marginal.benchmarks.python;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.seconds;

import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Beside;
import dev.marginal.benchmarks.statistics.Repeats;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * What is known of all contestants on one data set.
 *
 * @param scored Marginal's default learner first
 */
record SetTables(String set, List<Scored> scored) {
    private static final List<String> RANKINGS =
            List.of("qini.grf", "qini.sklift", "uplift.sklift", "auuc.causalml", "qini.causalml");

    /** Whether libraries computed metrics, and each agrees with Marginal's. */
    boolean agrees() {
        return !parity().isEmpty() && parity().stream().allMatch(Parity::agrees);
    }

    /** Metrics that a library computed, too. */
    List<Parity> parity() {
        return Parity.of(scored);
    }

    /** One of Marginal's. */
    Optional<Scored> of(Contestant contestant) {
        return scored.stream().filter(one -> one.contestant() == contestant).findFirst();
    }

    /** Those that are not Marginal's and have the metric. */
    List<Scored> peers(String metric) {
        return scored.stream().filter(one -> one.contestant().isPeer() && one.has(metric)).toList();
    }

    boolean knowsTruth() {
        return scored.stream().anyMatch(one -> one.has(Judging.ROOT_ERROR));
    }

    double overlap() {
        return Split.overlap(set);
    }

    /** Policy values at every budget, Marginal's lead over each contestant beside them. */
    MarkdownTable policies(DoubleFunction<String> metric) {
        List<String> columns = new ArrayList<>(List.of("contender"));
        for (double budget : Judging.BUDGETS) {
            columns.add(format("%.0f %%", 100 * budget));
            columns.add("Marginal's lead");
        }
        columns.add("splits");
        MarkdownTable table = new MarkdownTable(1, columns.toArray(String[]::new));
        for (Scored one : scored) {
            List<String> cells = new ArrayList<>(List.of("`" + one.contestant().word() + "`"));
            for (double budget : Judging.BUDGETS) {
                cells.add(mean(one, metric.apply(budget)));
                cells.add(lead(one, metric.apply(budget)));
            }
            cells.add(count(one));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /** Ranking metrics, errors, times and memory. */
    MarkdownTable rankings() {
        List<String> columns = new ArrayList<>(List.of("contender"));
        RANKINGS.forEach(metric -> columns.add("`" + metric + "`"));
        columns.addAll(List.of(Judging.ROOT_ERROR, "Marginal's lead"));
        MarkdownTable table = new MarkdownTable(1, columns.toArray(String[]::new));
        for (Scored one : scored) {
            List<String> cells = new ArrayList<>(List.of("`" + one.contestant().word() + "`"));
            RANKINGS.forEach(metric -> cells.add(mean(one, metric)));
            cells.add(mean(one, Judging.ROOT_ERROR));
            cells.add(lead(one, Judging.ROOT_ERROR));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /** Times and memory. */
    MarkdownTable efforts() {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "contender",
                        "fit, s",
                        "least to most",
                        "fit, core seconds",
                        "score, s",
                        "score, core seconds",
                        "peak memory, GiB",
                        "splits");
        for (Scored one : scored) {
            double[] fits = one.values("fit");
            table.row(
                    "`" + one.contestant().word() + "`",
                    seconds(one.median("fit")),
                    fits.length == 0
                            ? NONE
                            : seconds(Arrays.stream(fits).min())
                                    + " – "
                                    + seconds(Arrays.stream(fits).max()),
                    seconds(one.median("fit, work")),
                    seconds(one.median("score")),
                    seconds(one.median("score, work")),
                    gibibytes(Arrays.stream(one.values("peak bytes")).max().orElse(0)),
                    count(one));
        }
        return table;
    }

    /** Policy value at 30 % and the seconds of a fit. */
    String inShort(Scored one) {
        String metric = Judging.policy(0.3);
        return one.has(metric)
                ? format(
                        "%." + decimals(metric) + "f, %s s",
                        one.mean(metric),
                        seconds(one.median("fit")))
                : NONE;
    }

    /** Enough decimals to tell the contestants apart by a metric. */
    int decimals(String metric) {
        double most =
                scored.stream()
                        .mapToDouble(one -> Math.abs(one.mean(metric)))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        int digits = most > 0 ? (int) Math.floor(Math.log10(most)) : 0;
        return Math.max(1, Math.min(7, 3 - digits));
    }

    private String mean(Scored one, String metric) {
        double[] values = one.values(metric);
        if (values.length == 0) {
            return NONE;
        }
        String number = "%." + decimals(metric) + "f";
        Repeats repeats = new Repeats(values);
        return values.length < 2
                ? format(number, repeats.mean())
                : format(number + " ± " + number, repeats.mean(), repeats.deviation());
    }

    private String lead(Scored one, String metric) {
        Optional<Scored> standard = of(Contestant.MARGINAL).filter(best -> best != one);
        if (standard.isEmpty() || !standard.get().has(metric) || !one.has(metric)) {
            return standard.isEmpty() ? "" : NONE;
        }
        return words(standard.get().lead(one, metric, overlap()), metric);
    }

    /** The lead with its interval; of a single split there is none. */
    String words(Interval lead, String metric) {
        int decimals = decimals(metric);
        return Double.isFinite(lead.low())
                ? Beside.interval(lead, decimals)
                : format("%+." + decimals + "f", lead.estimate());
    }

    private static String count(Scored one) {
        if (one.splits().isEmpty() && one.trouble().isEmpty()) {
            return "not measured";
        }
        String count = one.splits().size() + "";
        return one.trouble().isEmpty() ? count : count + "; " + one.trouble();
    }

    /** The median of one over that of another; none where either has none. */
    static OptionalDouble ratio(Scored one, Scored other, String effort) {
        return one.has(effort) && other.has(effort)
                ? OptionalDouble.of(
                        one.median(effort).getAsDouble() / other.median(effort).getAsDouble())
                : OptionalDouble.empty();
    }
}
