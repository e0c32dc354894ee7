package dev.marginal.benchmarks.spreading;

import static dev.marginal.benchmarks.reports.Figures.NONE;
import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.whole;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What whole plans take, and from that what a customer takes. */
final class AudienceTables {
    private static final List<String> STEPS =
            List.of(Steps.BEFORE, "Reading", "Planning", "Writing", "Auditing", "Publishing");
    private static final List<String> HEADS =
            List.of("opening", "reading, scoring", "planning", "writing", "auditing", "publishing");
    private static final double MILLION = 1e6;

    private AudienceTables() {}

    static String of(List<Audiences.Measured> all) {
        return """
                Whole plans by Spark in one JVM, as `./marginal-spark plan` makes them of Parquet files: six offers, 30 limits across customers, a model fitted before.
                Work is that of all cores, in seconds, step by step. First is the first plan of a JVM; later ones are medians.

                %s
                The same as straight lines through the smallest and the largest audience.

                %s"""
                .formatted(measured(all), lines(all));
    }

    private static String measured(List<Audiences.Measured> all) {
        MarkdownTable table =
                new MarkdownTable(
                        2, headed(List.of("customers", "plan", "seconds"), List.of("peak GiB")));
        for (Audiences.Measured one : all) {
            table.row(row(one, "first", "first "));
            table.row(row(one, "later", ""));
        }
        return table.toString();
    }

    /** The columns of {@link #works} between others. */
    private static String[] headed(List<String> before, List<String> after) {
        Stream<String> works = Stream.concat(Stream.of("work"), HEADS.stream());
        return Stream.of(before.stream(), works, after.stream())
                .flatMap(columns -> columns)
                .toArray(String[]::new);
    }

    private static String[] row(Audiences.Measured one, String name, String prefix) {
        Facts facts = one.planned().facts();
        String customers = whole(OptionalDouble.of(one.customers()));
        List<String> cells = new ArrayList<>(List.of(customers, name));
        cells.add(Figures.seconds(facts.median(prefix + "whole")));
        for (String fact : works()) {
            cells.add(Figures.seconds(facts.median(prefix + fact)));
        }
        cells.add(gibibytes(one.planned().peakBytes()));
        return cells.toArray(String[]::new);
    }

    private static String lines(List<Audiences.Measured> all) {
        MarkdownTable table =
                new MarkdownTable(2, headed(List.of("plan", "core seconds"), List.of()));
        for (String plan : List.of("first", "later")) {
            String prefix = plan.equals("first") ? "first " : "";
            List<String> million = new ArrayList<>(List.of(plan, "of every million customers"));
            List<String> besides = new ArrayList<>(List.of(plan, "besides"));
            for (String fact : works()) {
                Optional<Line> line = line(all, prefix + fact);
                million.add(tenths(line.map(Line::perMillion)));
                besides.add(tenths(line.map(Line::besides)));
            }
            table.row(million.toArray(String[]::new));
            table.row(besides.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String tenths(Optional<Double> seconds) {
        return seconds.map(value -> format("%.1f", value)).orElse(NONE);
    }

    /** Facts of the whole and of each step. */
    private static List<String> works() {
        return Stream.concat(Stream.of("whole"), STEPS.stream())
                .map(step -> step + ", work")
                .toList();
    }

    /** A straight line over customers, in core seconds. */
    private record Line(double perMillion, double besides) {}

    private static Optional<Line> line(List<Audiences.Measured> all, String fact) {
        Audiences.Measured small = all.get(0);
        Audiences.Measured large = all.get(all.size() - 1);
        OptionalDouble low = small.planned().facts().median(fact);
        OptionalDouble high = large.planned().facts().median(fact);
        if (low.isEmpty() || high.isEmpty() || small.customers() == large.customers()) {
            return Optional.empty();
        }
        double more = (large.customers() - small.customers()) / MILLION;
        double perMillion = (high.getAsDouble() - low.getAsDouble()) / more;
        double besides = low.getAsDouble() - perMillion * small.customers() / MILLION;
        return Optional.of(new Line(perMillion, besides));
    }
}
