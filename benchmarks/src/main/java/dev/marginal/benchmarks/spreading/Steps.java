package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.scenarios.planning.Progress;

/** Tells as facts how long all cores worked for each step of planning, by its first word. */
final class Steps implements Progress {
    /** What comes before the first step that is told. */
    static final String BEFORE = "Opening";

    private final Facts facts;
    private final String prefix;
    private String running = BEFORE;
    private double since = Effort.soFar();

    /**
     * Steps to come.
     *
     * @param prefix of the facts' names
     */
    Steps(Facts facts, String prefix) {
        this.facts = facts;
        this.prefix = prefix;
    }

    @Override
    public void begins(String step) {
        end();
        running = step.split(" ")[0];
    }

    /** The running step has ended. */
    void end() {
        double now = Effort.soFar();
        facts.add(prefix + running + ", work", now - since);
        since = now;
    }

    Facts facts() {
        return facts;
    }

    String prefix() {
        return prefix;
    }
}
