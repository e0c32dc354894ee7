package dev.marginal.benchmarks.processes;

import java.util.List;

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

    /** Why it gave up, if it said so; else how its process ended, if that went wrong. */
    public String trouble() {
        List<String> refused = facts.texts("refused");
        if (!refused.isEmpty()) {
            return refused.get(0);
        }
        return words.equals("done") ? "" : words;
    }
}
