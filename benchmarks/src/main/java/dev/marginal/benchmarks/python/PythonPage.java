package dev.marginal.benchmarks.python;

import static dev.marginal.benchmarks.reports.Figures.format;

import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.reports.Publication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page of all data sets. */
final class PythonPage {
    private static final String REMARKS =
            """
            One treatment against the control. Every contender reads the same files, learns from one part and predicts the effect
            for the other, in a process of its own with the same number of threads; one code judges all predictions. Hillstrom
            and Starbucks: random halves. `planted-50000`: the planted GMV world, as many rows to learn from, %s others to judge by, a world per seed. CausalML is told
            the true propensities, and EconML's model of the treatment is the share of the treated. The peers' XGBoost has the trees of Marginal's own settings unless said otherwise; categories reach peers as columns of
            ones and zeros. Every other setting is the library's default:

            %s

            Policy value at a budget of so many percent of the customers: what treating those with the highest predictions adds,
            per customer of all, by doubly robust effects whose outcome models are a T-learner's (Marginal's) of the rows to learn from; by the truth
            where it is known. Cells: mean ± standard deviation over the splits. `Marginal's lead`: of `marginal` over that contender, mean difference
            with its paired 95 %% interval (Student's t; on random halves widened, since they share customers: Nadeau and Bengio), bold where zero lies outside. For √PEHE a lead below zero is good.
            `qini.sklift` and `uplift.sklift`: scikit-uplift's, random is 0 and perfect is 1, for outcomes of 0 or 1. `auuc.causalml`: random is about 0.5; `qini.causalml`, `qini.grf`:
            random is 0. Seconds are medians of the wall time; core seconds count what all cores worked, which other work on
            the machine disturbs less. Reading files, imports and starting the JVM are not counted. Peak memory (VmHWM) is the whole
            process's, over all splits.

            """;

    private PythonPage() {}

    static String of(List<SetTables> sets, int judged) {
        StringBuilder page =
                new StringBuilder(REMARKS.formatted(format("%,d", judged), contestants()));
        page.append(
                """
                ## Goals

                Marginal's lead in policy value over the best peer, picked anew for every budget by its mean, which favours the peers. Goal: never surely below; surely above on
                planted worlds.

                %s
                How many times as long as Marginal's a peer's fit takes, medians over the splits, by the clock and in core seconds;
                and peak memory. Goals: `causalml-x` at least 3 times `marginal-x-forests`, which are as many of the same trees; `econml-forest` at least
                as long as `marginal`; `marginal` in less memory than any peer.

                %s
                Policy values at 30 %% and fits of all contenders:

                %s
                ## Metrics beside the libraries' own

                Marginal's metrics of all predictions above, beside those that the installed libraries compute of the same: they may
                differ by %.0e. Where CausalML sorts tied rows in no fixed order, they keep the order of the input.

                %s
                """
                        .formatted(
                                Goals.policies(sets),
                                Goals.efforts(sets),
                                overview(sets),
                                Parity.MOST,
                                parity(sets)));
        page.append(Publication.REST).append("\n");
        sets.forEach(set -> page.append(tables(set)));
        return page.toString();
    }

    private static String tables(SetTables set) {
        String truth =
                set.knowsTruth()
                        ? "Policy value by the truth:\n\n%s\n"
                                .formatted(set.policies(Judging::truePolicy))
                        : "";
        return "## %s\n\nPolicy value:\n\n%s\n%s%s\n%s\n"
                .formatted(
                        set.set(),
                        set.policies(Judging::policy),
                        truth,
                        set.rankings(),
                        set.efforts());
    }

    /** A column per data set: policy value at 30 %, seconds of a fit. */
    private static MarkdownTable overview(List<SetTables> sets) {
        List<String> columns = new ArrayList<>(List.of("contender"));
        sets.forEach(set -> columns.add(set.set()));
        MarkdownTable table = new MarkdownTable(1, columns.toArray(String[]::new));
        for (Contestant contestant : Contestant.values()) {
            List<String> cells = new ArrayList<>(List.of("`" + contestant.word() + "`"));
            sets.forEach(
                    set -> cells.add(set.of(contestant).map(set::inShort).orElse(Figures.NONE)));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static MarkdownTable parity(List<SetTables> sets) {
        List<Parity> all = sets.stream().flatMap(set -> set.parity().stream()).toList();
        MarkdownTable table =
                new MarkdownTable(1, "metric", "compared", "largest difference", "agree");
        for (String metric : all.stream().map(Parity::metric).distinct().sorted().toList()) {
            List<Parity> own = all.stream().filter(one -> one.metric().equals(metric)).toList();
            table.row(
                    "`" + metric + "`",
                    own.size() + "",
                    format(
                            "%.1e",
                            own.stream().mapToDouble(Parity::difference).max().orElse(Double.NaN)),
                    own.stream().allMatch(Parity::agrees) ? "all" : "**no**");
        }
        return table;
    }

    private static String contestants() {
        return Arrays.stream(Contestant.values())
                .map(one -> "- `%s`: %s".formatted(one.word(), one.settings()))
                .collect(Collectors.joining("\n"));
    }
}
