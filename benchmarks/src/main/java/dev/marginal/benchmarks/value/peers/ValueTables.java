package dev.marginal.benchmarks.value.peers;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.seconds;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found on one log.
 *
 * @param judged what {@link JudgeValueCase} found of the fitters that are complete
 */
record ValueTables(String log, ValueFiles files, List<Fitter> fitters, Facts judged) {
    private static final List<String> STEPS =
            List.of("reading", "summing", "fit", "amounts", "scoring");

    private static final List<String> FIGURES =
            List.of("alive", "purchases", "spend", "likelihood", "likelihood of amounts");

    /** Whether every figure of every library agrees with Marginal's. */
    boolean agrees() {
        return peers().flatMap(peer -> FIGURES.stream().map(figure -> difference(peer, figure)))
                .allMatch(difference -> difference <= Parity.MOST);
    }

    static String page(List<ValueTables> logs) {
        return """
                Every fitter reads the same CSV (`customer,day,amount`), sums it up to days until the cut, fits a model of purchases and
                Gamma-Gamma, and says what every customer will buy from the cut to the end of the log, and for how much. One run each,
                in a process of its own; Python's imports are not timed, nor is the JVM's start, but it starts cold. lifetimes reads by pandas and sums up by its own
                `summary_data_from_transaction_data`; `grouped`: equal histories are handed to it once, with their number as weight.
                Whole: all steps. Work: seconds of all cores. Likelihood: of purchases, in days, by Marginal's code at the parameters that each fitter found.
                One code judges all predictions by what came after the cut: Gini is normalised, ratio is predicted / happened, error is the mean absolute one.

                %s
                ## The same at the same parameters

                What the libraries compute at the parameters that Marginal found, beside Marginal: the largest difference over all
                customers, as a share of Marginal's figure or of 0.001 if that is larger. It may be %.0e, or the run fails. No number: customers for whom
                the library computes none.

                %s"""
                .formatted(
                        logs.stream().map(ValueTables::tables).collect(Collectors.joining("\n")),
                        Parity.MOST,
                        parity(logs));
    }

    private String tables() {
        return """
                ## %s, %,.0f customers

                %s
                %s"""
                .formatted(log, judged.most("customers").orElse(0), times(), quality());
    }

    private MarkdownTable times() {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "fitter",
                        "reading, s",
                        "summing up, s",
                        "purchases, s",
                        "amounts, s",
                        "scoring, s",
                        "whole, s",
                        "times Marginal's",
                        "work, s",
                        "at most, GiB");
        for (Fitter fitter : fitters) {
            Facts facts = files.facts(fitter);
            Stream<String> steps = STEPS.stream().map(step -> seconds(facts.most(step)));
            Stream<String> sums =
                    Stream.of(
                            seconds(whole(fitter, "")),
                            ratio(whole(fitter, ""), whole(fitter.ours(), "")),
                            seconds(whole(fitter, ", work")),
                            gibibytes(facts.most("memory at most").orElse(0)));
            table.row(
                    Stream.of(Stream.of("`" + fitter.word() + "`"), steps, sums)
                            .flatMap(cells -> cells)
                            .toArray(String[]::new));
        }
        return table;
    }

    private MarkdownTable quality() {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "fitter",
                        "log-likelihood",
                        "purchases: ratio",
                        "Gini",
                        "error",
                        "value: ratio",
                        "Gini",
                        "error",
                        "gave up");
        for (Fitter fitter : fitters) {
            table.row(
                    "`" + fitter.word() + "`",
                    figure(fitter, "likelihood", "%,.4f"),
                    figure(fitter, "purchases, ratio", "%.4f"),
                    figure(fitter, "purchases, gini", "%.4f"),
                    figure(fitter, "purchases, error", "%.4f"),
                    figure(fitter, "value, ratio", "%.4f"),
                    figure(fitter, "value, gini", "%.4f"),
                    figure(fitter, "value, error", "%,.3f"),
                    files.trouble(fitter).text("trouble").orElse(""));
        }
        return table;
    }

    private static MarkdownTable parity(List<ValueTables> logs) {
        MarkdownTable table =
                new MarkdownTable(
                        2,
                        "log",
                        "fitter",
                        "P(alive)",
                        "purchases",
                        "spend",
                        "likelihood",
                        "of amounts",
                        "no number",
                        "agrees");
        for (ValueTables log : logs) {
            log.peers()
                    .forEach(
                            peer ->
                                    table.row(
                                            Stream.of(
                                                            Stream.of(
                                                                    log.log,
                                                                    "`" + peer.word() + "`"),
                                                            FIGURES.stream()
                                                                    .map(
                                                                            f ->
                                                                                    log.difference(
                                                                                            peer,
                                                                                            f))
                                                                    .map(d -> format("%.1e", d)),
                                                            Stream.of(
                                                                    format(
                                                                            "%.0f",
                                                                            log.missing(peer)),
                                                                    log.agrees(peer)
                                                                            ? "yes"
                                                                            : "**no**"))
                                                    .flatMap(cells -> cells)
                                                    .toArray(String[]::new)));
        }
        return table;
    }

    private Stream<Fitter> peers() {
        return fitters.stream().filter(Fitter::isPeer).filter(files::isComplete);
    }

    private boolean agrees(Fitter peer) {
        return FIGURES.stream().allMatch(figure -> difference(peer, figure) <= Parity.MOST);
    }

    private double difference(Fitter peer, String figure) {
        return judged.most(Parity.fact(peer, figure)).orElse(Double.NaN);
    }

    private double missing(Fitter peer) {
        return FIGURES.stream()
                .mapToDouble(
                        figure -> judged.most(Parity.fact(peer, figure) + ", no number").orElse(0))
                .sum();
    }

    private OptionalDouble whole(Fitter fitter, String kind) {
        Facts facts = files.facts(fitter);
        return files.isComplete(fitter)
                ? OptionalDouble.of(
                        STEPS.stream()
                                .mapToDouble(step -> facts.most(step + kind).orElse(Double.NaN))
                                .sum())
                : OptionalDouble.empty();
    }

    private static String ratio(OptionalDouble theirs, OptionalDouble ours) {
        return theirs.isEmpty() || ours.isEmpty()
                ? NONE
                : format("%.1f", theirs.getAsDouble() / ours.getAsDouble());
    }

    private String figure(Fitter fitter, String name, String format) {
        OptionalDouble figure = judged.most(fitter.word() + ", " + name);
        return figure.isEmpty() ? NONE : format(format, figure.getAsDouble());
    }
}
