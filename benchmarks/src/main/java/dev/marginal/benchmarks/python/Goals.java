package dev.marginal.benchmarks.python;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;

import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.uplift.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The goals that Marginal set itself beside the peers, reached or missed, data set by data set. */
final class Goals {
    private Goals() {}

    /** Marginal's policy values beside the best peer's, at every budget. */
    static MarkdownTable policies(List<SetTables> sets) {
        MarkdownTable table =
                new MarkdownTable(
                        3,
                        "data",
                        "judged by",
                        "best peer at 10, 20, 30, 50 %",
                        "10 %",
                        "20 %",
                        "30 %",
                        "50 %",
                        "goal");
        for (SetTables set : sets) {
            row(table, set, false);
            if (set.knowsTruth()) {
                row(table, set, true);
            }
        }
        return table;
    }

    private static void row(MarkdownTable table, SetTables set, boolean truth) {
        String[] metrics =
                Arrays.stream(Judging.BUDGETS)
                        .mapToObj(b -> truth ? Judging.truePolicy(b) : Judging.policy(b))
                        .toArray(String[]::new);
        Optional<Scored> marginal = set.of(Contestant.MARGINAL);
        if (marginal.isEmpty() || set.peers(metrics[0]).isEmpty()) {
            return;
        }
        String[] names = new String[metrics.length];
        Interval[] leads = new Interval[metrics.length];
        for (int i = 0; i < metrics.length; i++) {
            Scored best = best(set, metrics[i]);
            names[i] = "`" + best.contestant().word() + "`";
            leads[i] = marginal.get().lead(best, metrics[i], set.overlap());
        }
        String[] cells = new String[metrics.length];
        Arrays.setAll(cells, i -> set.words(leads[i], metrics[i]));
        table.row(
                set.set(),
                truth ? "the truth" : "doubly robust effects",
                String.join(", ", names),
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                verdict(leads, set.knowsTruth()));
    }

    private static Scored best(SetTables set, String metric) {
        return set.peers(metric).stream()
                .max(Comparator.comparingDouble(one -> one.mean(metric)))
                .orElseThrow();
    }

    /** On planted worlds Marginal wants to be above; elsewhere never surely below. */
    static String verdict(Interval[] leads, boolean above) {
        if (!Arrays.stream(leads).allMatch(lead -> Double.isFinite(lead.low()))) {
            return "open: a single split";
        }
        long below = Arrays.stream(leads).filter(lead -> lead.high() < 0).count();
        long ahead = Arrays.stream(leads).filter(lead -> lead.low() > 0).count();
        if (above) {
            return ahead == leads.length
                    ? "reached"
                    : "missed: above at %d of %d, below at %d"
                            .formatted(ahead, leads.length, below);
        }
        return below == 0 ? "reached" : "missed: below at %d of %d".formatted(below, leads.length);
    }

    /** Times and memory beside those peers that the goals name. */
    static MarkdownTable efforts(List<SetTables> sets) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "data",
                        "`causalml-x` / `marginal-x-forests`, fit",
                        "core seconds",
                        "at least 3",
                        "`econml-forest` / `marginal`, fit",
                        "core seconds",
                        "at least 1",
                        "`marginal`, GiB",
                        "least of the peers, GiB",
                        "less memory");
        for (SetTables set : sets) {
            OptionalDouble same =
                    ratio(set, Contestant.CAUSALML_X, Contestant.MARGINAL_X_FORESTS, "fit");
            OptionalDouble forest =
                    ratio(set, Contestant.ECONML_FOREST, Contestant.MARGINAL, "fit");
            double own = set.of(Contestant.MARGINAL).map(Goals::peak).orElse(0.0);
            double least =
                    set.peers("peak bytes").stream().mapToDouble(Goals::peak).min().orElse(0);
            table.row(
                    set.set(),
                    words(same),
                    words(
                            ratio(
                                    set,
                                    Contestant.CAUSALML_X,
                                    Contestant.MARGINAL_X_FORESTS,
                                    "fit, work")),
                    reached(same, 3),
                    words(forest),
                    words(ratio(set, Contestant.ECONML_FOREST, Contestant.MARGINAL, "fit, work")),
                    reached(forest, 1),
                    gibibytes(own),
                    gibibytes(least),
                    own <= 0 || least <= 0 ? NONE : own < least ? "reached" : "missed");
        }
        return table;
    }

    private static double peak(Scored one) {
        return Arrays.stream(one.values("peak bytes")).max().orElse(0);
    }

    private static OptionalDouble ratio(
            SetTables set, Contestant one, Contestant other, String effort) {
        Optional<Scored> above = set.of(one);
        Optional<Scored> below = set.of(other);
        return above.isEmpty() || below.isEmpty()
                ? OptionalDouble.empty()
                : SetTables.ratio(above.get(), below.get(), effort);
    }

    private static String words(OptionalDouble ratio) {
        return ratio.isEmpty() ? NONE : format("%.2f", ratio.getAsDouble());
    }

    private static String reached(OptionalDouble ratio, double goal) {
        if (ratio.isEmpty()) {
            return NONE;
        }
        return ratio.getAsDouble() >= goal ? "reached" : "missed";
    }
}
