package dev.marginal.scenarios.audit;

import dev.marginal.tables.Requires;
import java.io.Serializable;

/**
 * One thing that a plan promises, and whether it is so.
 *
 * @param promise the promise as a sentence without full stop
 * @param holds whether the files bear it out
 * @param finding the numbers that were found
 */
public record Claim(String promise, boolean holds, String finding) implements Serializable {
    public Claim {
        Requires.text(promise, "promise");
        Requires.text(finding, "finding");
    }

    /**
     * A promise that nothing breaks.
     *
     * @param count how many things that break it were found
     * @param words what these would be, after their number
     */
    static Claim none(String promise, long count, String words) {
        return new Claim(promise, count == 0, "%,d %s".formatted(count, words));
    }

    @Override
    public String toString() {
        return "%s  %s: %s".formatted(holds ? "holds " : "BROKEN", promise, finding);
    }
}
