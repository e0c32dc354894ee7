package dev.marginal.benchmarks.peers;

import static dev.marginal.benchmarks.reports.Figures.format;
import static dev.marginal.benchmarks.reports.Figures.gibibytes;
import static dev.marginal.benchmarks.reports.Figures.money;
import static dev.marginal.benchmarks.reports.Figures.seconds;
import static dev.marginal.benchmarks.reports.Figures.small;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.reports.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a solver made of one campaign.
 *
 * @param solver as the table calls it
 * @param time name of the fact that tells how long it took
 * @param bound name of the fact that tells its bound
 * @param runs how its processes ended, one or more
 */
record Answer(String solver, String time, String bound, List<Child.Ended> runs) {
    /** Its row, beside what Marginal took and earned. */
    String[] cells(Answer marginal) {
        Facts facts = last().facts();
        OptionalDouble value = facts.median("value");
        return new String[] {
            solver,
            status(),
            seconds(median("build")),
            seconds(median(time)),
            times(median(time), marginal.median(marginal.time)),
            money(value),
            beside(value, marginal.last().facts().median("value")),
            small(facts.median("violation")),
            money(finite(facts.median(bound))),
            gibibytes(last().peakBytes()),
            count()
        };
    }

    /** The median over all runs of all processes. */
    OptionalDouble median(String fact) {
        double[] sorted =
                runs.stream()
                        .flatMapToDouble(run -> Arrays.stream(run.facts().numbers(fact)))
                        .sorted()
                        .toArray();
        int count = sorted.length;
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
    }

    private Child.Ended last() {
        return runs.get(runs.size() - 1);
    }

    private String status() {
        String status =
                last().facts().text("status").or(() -> last().facts().text("outcome")).orElse("");
        String ending = last().isDone() ? "" : last().words();
        return (status + " " + ending).strip();
    }

    private String count() {
        return runs.stream().mapToInt(run -> Math.max(1, run.facts().numbers(time).length)).sum()
                + "";
    }

    private static String times(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? Figures.NONE
                : format("%,.1f", one.getAsDouble() / other.getAsDouble());
    }

    private static String beside(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? Figures.NONE
                : format("%+.4f %%", 100 * (one.getAsDouble() / other.getAsDouble() - 1));
    }

    private static OptionalDouble finite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? value
                : OptionalDouble.empty();
    }
}
