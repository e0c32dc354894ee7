package dev.marginal.benchmarks.processes;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one measurement found.
 *
 * @param name of what was measured
 * @param facts what it found until it ended
 * @param words how it ended: {@code done}, or what went wrong
 */
public record Finding(String name, Facts facts, String words) {
    /** Every number of a name, in the order of the runs. */
    public double[] numbers(String fact) {
        return facts.numbers(fact);
    }

    /**
     * What went wrong with some of them, as lines of a list below their table; empty for nothing.
     */
    public static String troubles(Collection<Finding> findings) {
        return findings.stream()
                .map(Finding::trouble)
                .filter(trouble -> !trouble.isEmpty())
                .map(trouble -> "\n- " + trouble)
                .collect(Collectors.joining());
    }

    /** How busy the machine was at each run, such as {@code 1.2, 0.9}. */
    public String loads() {
        return facts.texts("load").stream()
                .map(load -> String.format(Locale.ROOT, "%.1f", Double.parseDouble(load)))
                .collect(Collectors.joining(", "));
    }

    /** Why it gave up, if it said so; else how its process ended, if that went wrong. */
    public String trouble() {
        List<String> refused = facts.texts("refused");
        if (!refused.isEmpty()) {
            return refused.get(0);
        }
        return words.equals("done") ? "" : words;
    }
}
