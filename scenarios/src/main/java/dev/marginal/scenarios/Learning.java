package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.Head;
import java.util.List;

/**
 * What a campaign asks of its model.
 *
 * @param learners names of learners, at least one, each once: the best of several is chosen by what
 *     its policy is worth at the campaign's budget
 * @param head how GMV is modelled
 */
public record Learning(List<String> learners, Head head) {
    public Learning {
        learners = List.copyOf(learners);
        Requires.require(!learners.isEmpty(), "learners", learners, "at least one");
    }

    /** Whether there is anything to choose. */
    public boolean isChoice() {
        return learners.size() > 1;
    }
}
